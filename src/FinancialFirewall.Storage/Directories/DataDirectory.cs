using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Privacy;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Sites;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Directories;

/// <summary>All that one process keeps, recovered and locked: the keys, the journal, the states and the snapshots under one directory.</summary>
public sealed class DataDirectory : IAsyncDisposable
{
    /// <summary>The name of the lock.</summary>
    public const string LockName = "LOCK";

    /// <summary>The directory of the journal.</summary>
    public const string JournalName = "journal";

    /// <summary>The directory of the segments.</summary>
    public const string SegmentsName = "segments";

    /// <summary>The directory of the states' logs.</summary>
    public const string StatesName = "states";

    /// <summary>The directory of the snapshots.</summary>
    public const string SnapshotsName = "snapshots";

    private readonly HeldDirectory held;
    private readonly TimeProvider time;
    private readonly Keyring keys;
    private readonly ArchivedJournal archived;
    private readonly CommitLog journal;
    private readonly StateStore states;

    private DataDirectory(
        DataDirectorySetup setup, HeldDirectory held, DirectoryManifest manifest, Keyring keys, ArchivedJournal archived, StateStore states)
    {
        this.held = held;
        time = setup.Time;
        this.keys = keys;
        this.archived = archived;
        journal = archived.Log;
        this.states = states;
        (Manifest, Site) = (manifest, setup.Site);
        Snapshots = new SnapshotStore(setup.Disk, SnapshotsName, keys.For(KeyPurpose.Snapshots), setup.NextRandom, setup.Time);
    }

    /// <summary>The disk, its lock, and the log files that are kept for a follower.</summary>
    internal HeldDirectory Held => held;

    /// <summary>The journal and the work behind it.</summary>
    internal ArchivedJournal Archived => archived;

    /// <summary>The log of states.</summary>
    internal StateStore StateLog => states;

    /// <summary>What the directory says of itself.</summary>
    public DirectoryManifest Manifest { get; }

    /// <summary>What was known of the other site when the directory was opened; <see langword="null"/> where there never was one.</summary>
    public SiteRecord? Site { get; }

    /// <summary>The keys of all that is kept.</summary>
    public Keyring Keys => keys;

    /// <summary>What happened.</summary>
    public IJournal Journal => journal;

    /// <summary>The states of grains.</summary>
    public IStateStore States => states;

    /// <summary>The snapshots of partitions.</summary>
    public SnapshotStore Snapshots { get; }

    /// <summary>The references of the journal's records.</summary>
    public IReferenceIndex References => archived.References;

    /// <summary>Finds assessments among the journal's records.</summary>
    public AssessmentSearch Assessments => archived.Assessments;

    /// <summary>What the journal's records keep of persons.</summary>
    public PersonArchive Persons => archived.Persons;

    /// <summary>Removes the journal's records that are too old.</summary>
    public SegmentRetention Retention => archived.Retention;

    /// <summary>How far the moving of the journal's records into segments is.</summary>
    public ArchiveStatus Archive => archived.Status;

    /// <summary>What was found in the journal, and in the states' log.</summary>
    public (RecoveryReport Journal, RecoveryReport States) Recovery => (journal.Recovery, states.Recovery);

    /// <summary>What the journal and the states' log did.</summary>
    public (JournalCounters Journal, JournalCounters States) Counters => (journal.Counters, states.Counters);

    /// <summary>Completes when the journal or the states' log has failed: stop the process.</summary>
    public async Task<JournalFailedException> WaitForFailureAsync() => await await Task.WhenAny(journal.Failure, states.Failure);

    /// <summary>
    /// Takes the lock of a directory, creates what is not there yet, and recovers what is. Refusals: <c>DIRECTORY_LOCKED</c>, <c>STORAGE_NEWER</c>,
    /// <c>STORAGE_OLDER</c>, <c>STORAGE_DAMAGED</c>, and those of <see cref="Keyring.OpenAsync"/>.
    /// </summary>
    /// <exception cref="IOException">The disk could not be read or written.</exception>
    public static async ValueTask<Result<DataDirectory>> OpenAsync(DataDirectorySetup setup, CancellationToken cancellationToken = default)
    {
        var disk = new HoldingDisk(setup.Disk);
        setup = setup with { Disk = disk };
        await disk.CreateDirectoryAsync("");
        var locked = await disk.LockAsync(LockName);
        if (!locked.IsSuccess)
        {
            return Result.Failure<DataDirectory>(locked.Errors);
        }

        var isOpen = false;
        try
        {
            var opened = await OpenLockedAsync(setup, new HeldDirectory(disk, locked.Value, disk.Hold()), cancellationToken);
            isOpen = opened.IsSuccess;
            return opened;
        }
        finally
        {
            if (!isOpen)
            {
                await locked.Value.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// Takes a cut: what is kept at this moment. Its files stay as they are until the hold is disposed, while everything else goes on; the disk space of
    /// what is deleted meanwhile is free only then.
    /// </summary>
    public ValueTask<DirectoryHold> HoldAsync() => CutTaking.TakeAsync(held.Disk, archived, states, time);

    /// <summary>Writes what is under way, closes everything and lets the lock go.</summary>
    public async ValueTask DisposeAsync()
    {
        await archived.DisposeAsync();
        await states.DisposeAsync();
        keys.Dispose();
        await held.Lock.DisposeAsync();
    }

    private static async ValueTask<Result<DataDirectory>> OpenLockedAsync(
        DataDirectorySetup setup, HeldDirectory held, CancellationToken cancellationToken)
    {
        var (found, site) = (await ReadManifestAsync(setup.Disk), await ReadSiteAsync(setup));
        if (!found.IsSuccess || !site.IsSuccess)
        {
            return Result.Failure<DataDirectory>([.. found.Errors, .. site.Errors]);
        }

        setup = setup with { Site = site.Value ?? await BeginSiteAsync(setup) };
        await KeepLogFilesAsync(held, site.Value?.KeepFrom ?? 0);
        var keyring = await Keyring.OpenAsync(
            new KeyringSetup(setup.Disk, setup.MasterKey, setup.NextRandom, setup.Time) { HasData = found.Value is not null }, cancellationToken);
        if (!keyring.IsSuccess)
        {
            return Result.Failure<DataDirectory>(keyring.Errors);
        }

        var isOpen = false;
        try
        {
            var manifest = found.Value is { } kept
                ? await DirectoryManifest.UpgradeAsync(setup.Disk, kept)
                : await DirectoryManifest.CreateAsync(setup.Disk, setup.NextRandom(), Instant.From(setup.Time.GetUtcNow()));
            var opened = await OpenLogsAsync(setup, held, manifest, keyring.Value, cancellationToken);
            isOpen = opened.IsSuccess;
            return opened;
        }
        finally
        {
            if (!isOpen)
            {
                keyring.Value.Dispose();
            }
        }
    }

    private static async ValueTask<Result<DataDirectory>> OpenLogsAsync(
        DataDirectorySetup setup, HeldDirectory held, DirectoryManifest manifest, Keyring keyring, CancellationToken cancellationToken)
    {
        await CreateDirectoriesAsync(setup.Disk);
        var openedJournal = await ArchivedJournal.OpenAsync(setup, keyring, cancellationToken);
        if (!openedJournal.IsSuccess)
        {
            return Result.Failure<DataDirectory>(openedJournal.Errors);
        }

        var stateLog = new CommitLogSetup(
            setup.Disk,
            StatesName,
            keyring.For(KeyPurpose.States),
            setup.Scheduler,
            setup.Time,
            setup.NextRandom,
            new ReferenceTable(),
            static _ => null)
        {
            // Each record here is read alone, and seldom twice before it changes.
            Options = setup.Log with { CacheBytes = 0 },
            Gate = setup.Gate,
            Term = setup.Site?.Term ?? 0,
            IsReplica = setup.IsFollower,
        };
        var openedStates = await StateStore.OpenAsync(stateLog, setup.States, cancellationToken);
        if (!openedStates.IsSuccess)
        {
            await openedJournal.Value.DisposeAsync();
            return Result.Failure<DataDirectory>(openedStates.Errors);
        }

        openedJournal.Value.Start();
        return new DataDirectory(setup, held, manifest, keyring, openedJournal.Value, openedStates.Value);
    }

    private static async ValueTask<Result<DirectoryManifest?>> ReadManifestAsync(IDisk disk)
    {
        var read = await DirectoryManifest.ReadAsync(disk);
        return read.IsSuccess && read.Value is null && (await LogRecovery.ListAsync(disk, JournalName)).Count > 0
            ? new StorageDamage(DirectoryManifest.FileName, 0, "it is missing and there is a journal.", StorageDamage.RestoreAdvice).ToError()
            : read;
    }

    private static async ValueTask<Result<SiteRecord?>> ReadSiteAsync(DataDirectorySetup setup)
    {
        var read = await SiteRecord.ReadAsync(setup.Disk);
        return read.IsSuccess && !setup.IsFollower ? read.Value switch
        {
            { Role: SiteRole.Follower } => SiteErrors.Follower(setup.Disk.Location),
            { Role: SiteRole.Fenced, FencedBy: var term } => SiteErrors.Fenced(setup.Disk.Location, term),
            { Role: SiteRole.Copying } => SiteErrors.Unfinished(setup.Disk.Location),
            _ => read,
        } : read;
    }

    /// <summary>The first term of a leader that never had a follower.</summary>
    private static async ValueTask<SiteRecord?> BeginSiteAsync(DataDirectorySetup setup)
    {
        if (setup.Gate is null)
        {
            return null;
        }

        var first = new SiteRecord { Term = 1, Role = SiteRole.Leader };
        await first.WriteAsync(setup.Disk);
        return first;
    }

    /// <summary>Keeps the log files that a follower may still need, also those that are in segments already.</summary>
    private static async ValueTask KeepLogFilesAsync(HeldDirectory held, uint first)
    {
        foreach (var number in first == 0 ? [] : await LogRecovery.ListAsync(held.Disk, JournalName))
        {
            if (number >= first)
            {
                held.ForFollower.Add(LogFileName.In(JournalName, number));
            }
        }
    }

    private static async ValueTask CreateDirectoriesAsync(IDisk disk)
    {
        string[] directories = [JournalName, SegmentsName, StatesName, SnapshotsName];
        foreach (var directory in directories)
        {
            await disk.CreateDirectoryAsync(directory);
        }

        await disk.SyncDirectoryAsync("");
    }
}
