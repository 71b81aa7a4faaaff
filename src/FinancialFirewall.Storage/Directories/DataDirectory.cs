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

    private readonly IAsyncDisposable held;
    private readonly Keyring keys;
    private readonly ArchivedJournal archived;
    private readonly CommitLog journal;
    private readonly StateStore states;

    private DataDirectory(
        DataDirectorySetup setup, IAsyncDisposable held, DirectoryManifest manifest, Keyring keys, ArchivedJournal archived, StateStore states)
    {
        this.held = held;
        this.keys = keys;
        this.archived = archived;
        journal = archived.Log;
        this.states = states;
        Manifest = manifest;
        Snapshots = new SnapshotStore(setup.Disk, SnapshotsName, keys.For(KeyPurpose.Snapshots), setup.NextRandom, setup.Time);
    }

    /// <summary>What the directory says of itself.</summary>
    public DirectoryManifest Manifest { get; }

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
        await setup.Disk.CreateDirectoryAsync("");
        var locked = await setup.Disk.LockAsync(LockName);
        if (!locked.IsSuccess)
        {
            return Result.Failure<DataDirectory>(locked.Errors);
        }

        var isOpen = false;
        try
        {
            var opened = await OpenLockedAsync(setup, locked.Value, cancellationToken);
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

    /// <summary>Writes what is under way, closes everything and lets the lock go.</summary>
    public async ValueTask DisposeAsync()
    {
        await archived.DisposeAsync();
        await states.DisposeAsync();
        keys.Dispose();
        await held.DisposeAsync();
    }

    private static async ValueTask<Result<DataDirectory>> OpenLockedAsync(
        DataDirectorySetup setup, IAsyncDisposable held, CancellationToken cancellationToken)
    {
        var found = await ReadManifestAsync(setup.Disk);
        if (!found.IsSuccess)
        {
            return Result.Failure<DataDirectory>(found.Errors);
        }

        var keyring = await Keyring.OpenAsync(
            new KeyringSetup(setup.Disk, setup.MasterKey, setup.NextRandom, setup.Time) { HasData = found.Value is not null }, cancellationToken);
        if (!keyring.IsSuccess)
        {
            return Result.Failure<DataDirectory>(keyring.Errors);
        }

        var isOpen = false;
        try
        {
            var manifest = found.Value ?? await DirectoryManifest.CreateAsync(setup.Disk, setup.NextRandom(), Instant.From(setup.Time.GetUtcNow()));
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
        DataDirectorySetup setup, IAsyncDisposable held, DirectoryManifest manifest, Keyring keyring, CancellationToken cancellationToken)
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
            static _ => null) { Options = setup.Log };
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
