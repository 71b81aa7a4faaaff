using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// Makes a data directory out of a point of a backup. It is one once <c>firewall.json</c> is there, which comes last; what an interrupted restoration left is
/// cleared away by the next one.
/// </summary>
/// <param name="backup">The backup.</param>
/// <param name="target">Where the directory goes: nothing may be there.</param>
/// <param name="options">How.</param>
public sealed class BackupRestore(Backup backup, IDisk target, BackupOptions options)
{
    /// <summary>Says, as long as there is no <c>firewall.json</c>, that what is there is half of a restoration.</summary>
    private const string UnfinishedName = "RESTORING";

    private const long CacheBytes = 1024 * 1024;

    private readonly HashSet<string> directories = new(StringComparer.Ordinal) { DataDirectory.JournalName, DataDirectory.SegmentsName, DataDirectory.StatesName, DataDirectory.SnapshotsName };

    /// <summary>Brings back all of a point. Refusals: <c>DIRECTORY_LOCKED</c>, <c>NOT_EMPTY</c>.</summary>
    /// <exception cref="StorageDamageException">The backup is not what was written.</exception>
    /// <exception cref="IOException">A disk could not be read or written.</exception>
    public ValueTask<Result<RestoreReport>> RestoreAsync(BackupPoint point, CancellationToken cancellationToken = default)
        => RunAsync(point, RestorePlan.Whole(FilesOf(point)), null, cancellationToken);

    /// <summary>
    /// Brings back what had been written at a time. Refusals: as above, <c>TIME_TOO_LATE</c>, <c>TIME_TOO_EARLY</c>, and those of
    /// <see cref="Keyring.OpenAsync"/> where segments have to be cut.
    /// </summary>
    /// <inheritdoc cref="RestoreAsync(BackupPoint, CancellationToken)"/>
    public async ValueTask<Result<RestoreReport>> RestoreAsync(RestoreTime time, CancellationToken cancellationToken = default)
    {
        var point = backup.Find(time.Time);
        if (!point.IsSuccess)
        {
            return Result.Failure<RestoreReport>(point.Errors);
        }

        var plan = await PointInTime.PlanAsync(backup.Disk, point.Value, FilesOf(point.Value), time.Time);
        return plan.IsSuccess ? await RunAsync(point.Value, plan.Value, time, cancellationToken) : Result.Failure<RestoreReport>(plan.Errors);
    }

    private IReadOnlyList<BackupFile> FilesOf(BackupPoint point) => PersonFiles.Renew(point.Files, backup.Points[^1]);

    private async ValueTask<Result<RestoreReport>> RunAsync(BackupPoint point, RestorePlan plan, RestoreTime? time, CancellationToken cancellationToken)
    {
        await target.CreateDirectoryAsync("");
        var locked = await target.LockAsync(DataDirectory.LockName);
        if (!locked.IsSuccess)
        {
            return Result.Failure<RestoreReport>(locked.Errors);
        }

        await using var held = locked.Value;
        if (await ClearAsync() is { } refusal)
        {
            return refusal;
        }

        var segments = point.Files.Where(file => plan.Segments.Any(entry => file.Path == CutTaking.PathOf(entry))).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var copying = new FileCopying(options, plan.Files.Sum(file => file.Length) + segments.Values.Sum(file => file.Length));
        foreach (var file in plan.Files.Where(file => file.Path is not DirectoryManifest.FileName))
        {
            await RestoreAsync(copying, file, cancellationToken);
        }

        var rewritten = 0;
        if (segments.Count > 0)
        {
            var cut = await CutSegmentsAsync(copying, point, segments, time!, cancellationToken);
            if (!cut.IsSuccess)
            {
                return Result.Failure<RestoreReport>(cut.Errors);
            }

            rewritten = cut.Value;
        }

        await FinishAsync(plan);
        return new RestoreReport(point, copying.CopiedBytes, rewritten, plan.StatesAsOf);
    }

    private async ValueTask<Error?> ClearAsync()
    {
        var found = (await target.ListAsync("")).Where(entry => !entry.Name.StartsWith(DataDirectory.LockName, StringComparison.Ordinal)).ToList();
        if (found.Count > 0 && (!found.Exists(entry => entry.Name is UnfinishedName) || found.Exists(entry => entry.Name is DirectoryManifest.FileName)))
        {
            return BackupErrors.NotEmpty(target.Location);
        }

        foreach (var entry in found.Where(entry => entry.Name is not UnfinishedName))
        {
            await target.DeleteAsync(entry.Name);
        }

        if (found.Count == 0)
        {
            await using var marker = await target.CreateAsync(UnfinishedName, DiskFileUse.Write);
        }

        await CreateDirectoriesAsync();
        await target.SyncDirectoryAsync("");
        return null;
    }

    private async ValueTask CreateDirectoriesAsync()
    {
        foreach (var directory in directories)
        {
            await target.CreateDirectoryAsync(directory);
        }
    }

    private async ValueTask RestoreAsync(FileCopying copying, RestoredFile file, CancellationToken cancellationToken)
    {
        await CreateHomeAsync(file.Path);
        await using var written = await target.CreateAsync(file.Path, DiskFileUse.Write);
        if (file.File.IsInCatalogue)
        {
            await written.WriteAsync(0, [file.File.Content]);
            copying.Skip(file.Path, file.Length);
        }
        else
        {
            var crc = await copying.CopyAsync(
                backup.Disk, file.File.StoredPath, 0, file.Length, 0, (offset, bytes) => written.WriteAsync(offset, [bytes]), cancellationToken);
            if (file.Length == file.File.Length && crc != file.File.Crc)
            {
                throw Segment.Damage(file.File.StoredPath, 0, $"its first {file.Length} bytes are not those that were written.");
            }
        }

        await written.FlushAsync();
    }

    private async ValueTask CreateHomeAsync(string path)
    {
        for (var home = Parent(path); home.Length > 0 && directories.Add(home); home = Parent(home))
        {
            await target.CreateDirectoryAsync(home);
        }
    }

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    /// <returns>How many segments were written anew or left out.</returns>
    private async ValueTask<Result<int>> CutSegmentsAsync(
        FileCopying copying, BackupPoint point, Dictionary<string, BackupFile> segments, RestoreTime time, CancellationToken cancellationToken)
    {
        var opened = await Keyring.OpenAsync(
            new KeyringSetup(target, time.MasterKey, time.NextRandom, TimeProvider.System) { HasData = true, IsReadOnly = true }, cancellationToken);
        if (!opened.IsSuccess)
        {
            return Result.Failure<int>(opened.Errors);
        }

        using var keys = opened.Value;
        var to = new SegmentStoreSetup(
            target, DataDirectory.SegmentsName, keys.For(KeyPurpose.Segments), PersonKeyStore.Empty(target, keys.For(KeyPurpose.Persons)), TaskScheduler.Default, TimeProvider.System, time.NextRandom, new AssessmentFactReader());
        var from = to with { Disk = point.ViewOn(backup.Disk) };
        var (kept, rewritten) = (new List<SegmentEntry>(), 0);
        foreach (var entry in point.Cut.Segments.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = await CutAsync(from, to, entry, time.Time);
            if (rest == entry)
            {
                var file = segments[CutTaking.PathOf(entry)];
                await RestoreAsync(copying, new RestoredFile(file, file.Length), cancellationToken);
            }

            rewritten += rest == entry ? 0 : 1;
            kept.AddRange(rest is null ? [] : [rest]);
        }

        await (point.Cut.Segments with { Segments = kept }).WriteAsync(target, DataDirectory.SegmentsName);
        return rewritten;
    }

    /// <returns>What the manifest says of a segment now: the same where all of it stays, <see langword="null"/> where nothing of it stays.</returns>
    private static async ValueTask<SegmentEntry?> CutAsync(SegmentStoreSetup from, SegmentStoreSetup to, SegmentEntry entry, Instant time)
    {
        var segment = await Segment.OpenAsync(from, CutTaking.PathOf(entry), 1, entry, new BlockCache(CacheBytes));
        try
        {
            var cutter = new SegmentCutter(segment, time);
            return cutter.IsWhole ? entry : await cutter.WriteAsync(to, CutTaking.PathOf(entry));
        }
        finally
        {
            await segment.ReleaseAsync();
        }
    }

    private async ValueTask FinishAsync(RestorePlan plan)
    {
        foreach (var directory in directories)
        {
            await target.SyncDirectoryAsync(directory);
        }

        await target.SyncDirectoryAsync("");
        await using (var manifest = await target.CreateAsync(DirectoryManifest.FileName + ".tmp", DiskFileUse.Write))
        {
            await manifest.WriteAsync(0, [plan.Files.Single(file => file.Path is DirectoryManifest.FileName).File.Content]);
            await manifest.FlushAsync();
        }

        await target.RenameAsync(DirectoryManifest.FileName + ".tmp", DirectoryManifest.FileName);
        await target.SyncDirectoryAsync("");
        await target.DeleteAsync(UnfinishedName);
    }
}
