using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// Adds a point to a backup in a directory. What earlier points have is not copied again: segments never change, and of a log file only the new bytes are
/// appended to the stored one, of which every earlier point knows how much is its own. A point is there once its catalogue has its name; whatever ends the work
/// before leaves the earlier points as they were.
/// </summary>
/// <param name="source">The data directory.</param>
/// <param name="cut">What to copy; its files stay as they are meanwhile.</param>
/// <param name="target">The directory of the backup.</param>
/// <param name="options">How.</param>
public sealed class BackupWriter(IDisk source, DirectoryCut cut, IDisk target, BackupOptions options)
{
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);
    private readonly HashSet<string> copied = new(StringComparer.Ordinal);
    private FileCopying copying = new(options, 0);

    /// <summary>
    /// Adds the point. Refusals: <c>DIRECTORY_LOCKED</c> (another backup is being written there), <c>NOT_EMPTY</c>, <c>BACKUP_OF_ANOTHER</c>, <c>BACKUP_FULL</c>,
    /// <c>NO_DATA_DIRECTORY</c>, <c>KEYS_CHANGING</c>, <c>STORAGE_DAMAGED</c>.
    /// </summary>
    /// <exception cref="Damages.StorageDamageException">What was copied is not what the firewall wrote.</exception>
    /// <exception cref="IOException">A disk could not be read or written, or the files are held no longer.</exception>
    public async ValueTask<Result<BackupReport>> WriteAsync(CancellationToken cancellationToken = default)
    {
        await target.CreateDirectoryAsync("");
        var locked = await target.LockAsync(BackupSet.LockName);
        if (!locked.IsSuccess)
        {
            return Result.Failure<BackupReport>(locked.Errors);
        }

        await using var held = locked.Value;
        var set = await BackupSet.ReadAsync(target);
        var found = set.IsSuccess ? await new SourceFiles(source, cut).FindAsync() : default;
        return (set.IsSuccess, found.IsSuccess) switch
        {
            (false, _) => Result.Failure<BackupReport>(set.Errors),
            (_, false) => Result.Failure<BackupReport>(found.Errors),
            _ => Refusal(set.Value, found.Value.DirectoryId) is { } refusal
                ? refusal
                : await WriteAsync(set.Value, found.Value.Files, found.Value.DirectoryId, found.Value.MasterKeyId, cancellationToken),
        };
    }

    private Error? Refusal(BackupSet set, string directoryId) => set.Points switch
    {
        [.., var last] when !string.Equals(last.DirectoryId, directoryId, StringComparison.Ordinal)
            => BackupErrors.OtherDirectory(target.Location, last.DirectoryId, directoryId),
        _ when set.Points.Count >= BackupPoint.MaximumCount => BackupErrors.TooManyPoints(target.Location),
        _ => null,
    };

    private async ValueTask<BackupReport> WriteAsync(
        BackupSet set, IReadOnlyList<SourceFile> sources, string directoryId, string masterKeyId, CancellationToken cancellationToken)
    {
        var known = Known(set);
        copying = new FileCopying(options, sources.Sum(file => file.Length));
        var files = new List<BackupFile>();
        foreach (var file in sources)
        {
            files.Add(await StoreAsync(file, known.GetValueOrDefault(BackupFile.StoredPathOf(file.Path, file.Identity)), cancellationToken));
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        var point = new BackupPoint(set.NextNumber, directoryId, masterKeyId, cut, files);
        var broken = await new BackupProof(point.ViewOn(target), cut).ProveAsync(copied.Contains, cancellationToken);
        point = new BackupPoint(point.Number, directoryId, masterKeyId, cut, files.FindAll(file => !broken.Contains(file.Path, StringComparer.Ordinal)));
        await SyncAsync();
        await KeepAsync(point);
        var removed = await BackupPruning.PruneAsync(target, [.. set.Points, point], set.Damages.Count > 0 ? int.MaxValue : options.Keep ?? int.MaxValue);
        return new BackupReport(point, copying.CopiedBytes, removed);
    }

    /// <summary>The longest that is known of each stored file.</summary>
    private static Dictionary<string, BackupFile> Known(BackupSet set)
    {
        var known = new Dictionary<string, BackupFile>(StringComparer.Ordinal);
        foreach (var file in set.Points.SelectMany(point => point.Files).Where(file => !file.IsInCatalogue))
        {
            if (!known.TryGetValue(file.StoredPath, out var other) || other.Length < file.Length)
            {
                known[file.StoredPath] = file;
            }
        }

        return known;
    }

    private async ValueTask<BackupFile> StoreAsync(SourceFile file, BackupFile? known, CancellationToken cancellationToken)
    {
        if (file.Kind == SourceFileKind.Catalogued)
        {
            copying.Skip(file.Path, file.Length);
            return new BackupFile(file.Path, 0, file.Length, Checksum.Of(file.Content.Span), file.Content);
        }

        if (known?.Length == file.Length)
        {
            copying.Skip(file.Path, file.Length);
            return known with { Path = file.Path };
        }

        copied.Add(file.Path);
        var stored = BackupFile.StoredPathOf(file.Path, file.Identity);
        var crc = known?.Length > file.Length
            ? await copying.MeasureAsync(target, stored, file.Length, cancellationToken)
            : await CopyAsync(file, stored, known, cancellationToken);
        return new BackupFile(file.Path, file.Identity, file.Length, crc, default);
    }

    private async ValueTask<uint> CopyAsync(SourceFile file, string stored, BackupFile? known, CancellationToken cancellationToken)
    {
        await CreateHomeAsync(stored);
        if (known is null)
        {
            await target.DeleteAsync(stored);
        }

        var (start, crc) = known is null ? (0L, 0u) : (known.Length, known.Crc);
        await using var written = known is null ? await target.CreateAsync(stored, DiskFileUse.Write) : await target.OpenAsync(stored, DiskFileUse.Write);

        // What an interrupted backup left behind the known bytes belongs to no point.
        await written.TruncateAsync(start);
        copying.Skip(file.Path, start);
        crc = await copying.CopyAsync(source, file.Path, start, file.Length, crc, (offset, bytes) => written.WriteAsync(offset, [bytes]), cancellationToken);
        await written.FlushAsync();
        return crc;
    }

    private async ValueTask CreateHomeAsync(string stored)
    {
        for (var home = stored[..stored.LastIndexOf('/')]; directories.Add(home) && home.Contains('/', StringComparison.Ordinal);)
        {
            await target.CreateDirectoryAsync(home);
            home = home[..home.LastIndexOf('/')];
        }
    }

    private async ValueTask SyncAsync()
    {
        foreach (var directory in directories)
        {
            await target.SyncDirectoryAsync(directory);
        }

        await target.CreateDirectoryAsync(BackupPoint.Directory);
        await target.SyncDirectoryAsync("");
    }

    private async ValueTask KeepAsync(BackupPoint point)
    {
        var path = BackupPoint.PathOf(point.Number);
        await target.DeleteAsync(path + ".tmp");
        await using (var file = await target.CreateAsync(path + ".tmp", DiskFileUse.Write))
        {
            await file.WriteAsync(0, [BackupCatalogue.ToBytes(point)]);
            await file.FlushAsync();
        }

        await target.RenameAsync(path + ".tmp", path);
        await target.SyncDirectoryAsync(BackupPoint.Directory);
    }
}
