using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Privacy;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Directories;

/// <summary>The log, the segments behind it, and what moves records from one to the other.</summary>
internal sealed class ArchivedJournal : IAsyncDisposable
{
    private readonly SegmentStore store;
    private readonly FactTail recent;
    private readonly StopSignal stopping;
    private readonly ArchiveWorker worker;

    private ArchivedJournal(SegmentStoreSetup setup, SegmentStore segments, ReferenceTable references, FactTail tail, CommitLog log)
    {
        store = segments;
        recent = tail;
        stopping = setup.Stopping;
        Log = log;
        References = new StoredReferences(references, segments);
        Assessments = new AssessmentSearch(log, tail, segments, setup.Facts);
        worker = new ArchiveWorker(setup, segments, log);
        Persons = new PersonArchive(segments, worker, log, setup.Time);
        Retention = new SegmentRetention(segments, worker, log);
    }

    public CommitLog Log { get; }

    /// <summary>The work in the background.</summary>
    public ArchiveWorker Worker => worker;

    /// <summary>How far the work in the background is.</summary>
    public ArchiveStatus Status
    {
        get
        {
            var (count, bytes) = store.Size;
            return new(Log.Completed.Count, recent.Count, count, bytes, worker.Failure?.Message);
        }
    }

    /// <summary>The references of all records.</summary>
    public IReferenceIndex References { get; }

    /// <summary>What the records keep of persons.</summary>
    public PersonArchive Persons { get; }

    /// <summary>Finds assessments among all records.</summary>
    public AssessmentSearch Assessments { get; }

    /// <summary>Removes records that are too old.</summary>
    public SegmentRetention Retention { get; }

    /// <summary>Recovers segments and log. Refusals: <c>STORAGE_DAMAGED</c>, <c>STORAGE_NEWER</c>.</summary>
    public static async ValueTask<Result<ArchivedJournal>> OpenAsync(DataDirectorySetup setup, Keyring keyring, CancellationToken cancellationToken)
    {
        var (persons, damage) = await PersonKeyStore.OpenAsync(setup.Disk, keyring.For(KeyPurpose.Persons), setup.NextRandom);
        if (damage is not null)
        {
            return damage.ToError();
        }

        var segmentSetup = new SegmentStoreSetup(
            setup.Disk,
            DataDirectory.SegmentsName,
            keyring.For(KeyPurpose.Segments),
            persons,
            setup.Scheduler,
            setup.Time,
            setup.NextRandom,
            setup.Facts) { Options = setup.Segments };
        var segments = await SegmentStore.OpenAsync(segmentSetup);
        if (!segments.IsSuccess)
        {
            return Result.Failure<ArchivedJournal>(segments.Errors);
        }

        var references = new ReferenceTable();
        var tail = new FactTail(setup.Facts);
        var logSetup = new CommitLogSetup(
            setup.Disk,
            DataDirectory.JournalName,
            keyring.For(KeyPurpose.Journal),
            setup.Scheduler,
            setup.Time,
            setup.NextRandom,
            references,
            record => setup.Facts.Read(record).ReferenceHash)
        {
            Options = setup.Log,
            Gate = setup.Gate,
            Term = setup.Site?.Term ?? 0,
            IsReplica = setup.IsFollower,
            Archive = segments.Value,
            Follower = tail,
        };
        var log = await CommitLog.OpenAsync(logSetup, cancellationToken);
        if (!log.IsSuccess)
        {
            await segments.Value.DisposeAsync();
            return Result.Failure<ArchivedJournal>(log.Errors);
        }

        return new ArchivedJournal(segmentSetup, segments.Value, references, tail, log.Value);
    }

    /// <summary>Shows to <paramref name="look"/> where the log ends and which segments are before it, while nothing is committed, moved or merged away.</summary>
    public T HoldStill<T>(Func<LogChain, SegmentManifest, T> look) => Log.HoldStill(end => store.HoldStill(manifest => look(end, manifest)));

    /// <summary>Begins to move what can be moved.</summary>
    public void Start() => worker.Start();

    public async ValueTask DisposeAsync()
    {
        stopping.Set();
        await worker.DisposeAsync();
        await Log.DisposeAsync();
        await store.DisposeAsync();
    }
}
