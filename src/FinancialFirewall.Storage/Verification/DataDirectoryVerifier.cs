using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Verification;

/// <summary>
/// Reads every byte of a data directory, changes none, and says what is there. It goes on behind damage, with the next file. It takes no lock: of a
/// directory that is in use it says so, and what is being written at the moment may look like a torn tail.
/// </summary>
/// <param name="disk">The directory.</param>
/// <param name="masterKey">Where its master key is kept. Without it, or with a wrong one, the checksums are proved and nothing is opened.</param>
public sealed class DataDirectoryVerifier(IDisk disk, IMasterKeySource? masterKey)
{
    private readonly List<LogFileReport> files = [];
    private readonly List<PartitionReport> partitions = [];
    private readonly List<TornTail> tornTails = [];
    private readonly List<StorageDamage> damages = [];
    private IProgress<VerificationProgress>? listener;
    private Error? keyProblem;
    private int snapshots;
    private long doneBytes;
    private long totalBytes;

    /// <summary>Verifies the directory. A verifier is used once.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<VerificationReport> VerifyAsync(
        IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        listener = progress;
        var owner = await disk.GetLockOwnerAsync(DataDirectory.LockName);
        var manifest = await ReadManifestAsync();
        using var keys = await OpenKeysAsync(cancellationToken);
        var generation = await FindGenerationAsync();
        totalBytes = await MeasureAsync(DataDirectory.JournalName) + await MeasureAsync(DataDirectory.SegmentsName)
            + await MeasureAsync(generation) + await MeasureAsync(DataDirectory.SnapshotsName) + await MeasureAsync(PersonKeyStore.DirectoryName);
        var segments = new SegmentVerifier(disk, keys?.For(KeyPurpose.Segments));
        await segments.VerifyAsync(Report, cancellationToken);
        damages.AddRange(segments.Damages);
        var persons = new PersonVerifier(disk, keys?.For(KeyPurpose.Persons));
        await persons.VerifyAsync(segments.Segments.Select(segment => segment.Tenant), Report);
        damages.AddRange(persons.Damages);
        await VerifyLogAsync(
            DataDirectory.JournalName, keys?.For(KeyPurpose.Journal), segments.Moved, new PartitionTally(DataDirectory.JournalName, segments.Ends), null, cancellationToken);
        if (generation.Length > 0)
        {
            await VerifyStatesAsync(generation, keys?.For(KeyPurpose.States), cancellationToken);
        }

        await VerifySnapshotsAsync(keys?.For(KeyPurpose.Snapshots), cancellationToken);
        return new VerificationReport(manifest, keyProblem, owner, files, partitions, snapshots, tornTails, damages) { Segments = segments.Segments };
    }

    private async ValueTask<DirectoryManifest?> ReadManifestAsync()
    {
        var manifest = await DirectoryManifest.ReadAsync(disk);
        if (manifest.IsSuccess)
        {
            if (manifest.Value is null)
            {
                damages.Add(new StorageDamage(DirectoryManifest.FileName, 0, "it is missing: this is no data directory.", StorageDamage.RestoreAdvice));
            }

            return manifest.Value;
        }

        damages.Add(StorageDamage.Of(DirectoryManifest.FileName, manifest.Errors[0]));
        return null;
    }

    /// <summary>The keys; <see langword="null"/> where they cannot be used, with the reason noted.</summary>
    private async ValueTask<Keyring?> OpenKeysAsync(CancellationToken cancellationToken)
    {
        var store = new KeyFileStore(disk, Keyring.DirectoryName);
        TenantId?[] owners = [null, .. await store.ListAsync()];
        var damagesBefore = damages.Count;
        foreach (var owner in owners)
        {
            if ((await store.ReadAsync(owner)).Damage is { } damage)
            {
                damages.Add(damage);
            }
        }

        if (masterKey is null || damages.Count > damagesBefore)
        {
            keyProblem = masterKey is null ? KeyErrors.Missing("the command", "Name one to have everything opened.") : KeyErrors.Damaged();
            return null;
        }

        var opened = await Keyring.OpenAsync(new KeyringSetup(disk, masterKey, NoRandom, TimeProvider.System) { IsReadOnly = true }, cancellationToken);
        if (opened.IsSuccess)
        {
            return opened.Value;
        }

        keyProblem = opened.Errors[0];
        if (keyProblem.Code is StorageDamage.Code)
        {
            damages.Add(StorageDamage.Of(keyProblem.Member, keyProblem));
        }

        return null;
    }

    private static ulong NoRandom() => throw new InvalidOperationException("A verification writes nothing, so it makes no keys.");

    private async ValueTask<string> FindGenerationAsync()
    {
        var last = "";
        foreach (var entry in await disk.ListAsync(DataDirectory.StatesName))
        {
            last = StateGenerations.Parse(entry) is null ? last : $"{DataDirectory.StatesName}/{entry.Name}";
        }

        return last;
    }

    private async ValueTask<long> MeasureAsync(string directory)
    {
        var total = 0L;
        foreach (var entry in directory.Length == 0 ? [] : await disk.ListAsync(directory))
        {
            total += entry.IsDirectory ? await MeasureAsync($"{directory}/{entry.Name}") : entry.Length;
        }

        return total;
    }

    /// <summary>Verifies the states' log, and where it is sound the audit logs in it.</summary>
    private async ValueTask VerifyStatesAsync(string directory, PurposeKeys? keys, CancellationToken cancellationToken)
    {
        var (tally, before) = (new PartitionTally(directory, new ArchivedEnds()), damages.Count);
        var audit = new AuditVisitor(tally);
        await VerifyLogAsync(directory, keys, default(LogChain), tally, audit, cancellationToken);
        if (damages.Count == before)
        {
            damages.AddRange(audit.Prove(directory));
        }
    }

    /// <param name="directory">Where the log is.</param>
    /// <param name="keys">What its files are opened with.</param>
    /// <param name="moved">Where the files before it ended; <see langword="null"/> where nobody knows: the first that is there is then taken as it is.</param>
    /// <param name="tally">Counts the records.</param>
    /// <param name="visitor">Sees them in its place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async ValueTask VerifyLogAsync(
        string directory, PurposeKeys? keys, LogChain? moved, PartitionTally tally, ILogVisitor? visitor, CancellationToken cancellationToken)
    {
        var chain = moved;
        var numbers = await LogRecovery.ListAsync(disk, directory);
        numbers.RemoveAll(number => number <= moved?.File);
        var expected = moved is { } last ? last.File + 1 : numbers.FirstOrDefault();
        for (var i = 0; i < numbers.Count; i++)
        {
            for (; expected < numbers[i]; expected++)
            {
                damages.Add(LogRecovery.Missing(directory, expected));
                chain = null;
            }

            expected = numbers[i] + 1;
            var isLast = i == numbers.Count - 1;
            var found = await new LogFileWalk(disk, directory, keys, numbers[i], isLast, chain, visitor ?? tally).RunAsync(cancellationToken);
            await AddAsync(directory, numbers[i], found);
            chain = found.Damage is null ? found.End : null;
        }

        partitions.AddRange(tally.Partitions);
    }

    private async ValueTask AddAsync(string directory, uint number, LogFileFindings found)
    {
        var path = LogFileName.In(directory, number);
        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var length = await file.GetLengthAsync();
        files.Add(new LogFileReport(path, length, found.Frames, found.Commits));
        if (found.TornTail is not null)
        {
            tornTails.Add(found.TornTail);
        }

        if (found.Damage is not null)
        {
            damages.Add(found.Damage);
        }

        Report(path, length);
    }

    private async ValueTask VerifySnapshotsAsync(PurposeKeys? keys, CancellationToken cancellationToken)
    {
        foreach (var home in await disk.ListAsync(DataDirectory.SnapshotsName))
        {
            foreach (var entry in TenantId.IsValid(home.Name) ? await disk.ListAsync($"{DataDirectory.SnapshotsName}/{home.Name}") : [])
            {
                cancellationToken.ThrowIfCancellationRequested();
                await VerifySnapshotAsync(keys, new TenantId(home.Name), entry);
            }
        }
    }

    private async ValueTask VerifySnapshotAsync(PurposeKeys? keys, TenantId tenant, DiskEntry entry)
    {
        if (!SnapshotFileName.TryParse(entry.Name, out _, out var sequence))
        {
            return;
        }

        var path = $"{DataDirectory.SnapshotsName}/{tenant.Name}/{entry.Name}";
        var (_, damage) = await SnapshotStore.ReadAsync(disk, keys, path, tenant, sequence);
        if (damage is null)
        {
            snapshots++;
        }
        else
        {
            damages.Add(damage);
        }

        Report(path, entry.Length);
    }

    private void Report(string path, long length)
    {
        doneBytes += length;
        listener?.Report(new VerificationProgress(path, doneBytes, totalBytes));
    }
}
