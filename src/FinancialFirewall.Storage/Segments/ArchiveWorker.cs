using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// The work in the background: moves complete log files into segments, oldest first, and merges segments while none waits. It does one thing at a time, but
/// for <see cref="UrgentMoves"/>, for which a merge stops. What fails is tried again when the next log file is complete; until then the log keeps what is not moved.
/// </summary>
internal sealed class ArchiveWorker : IAsyncDisposable
{
    private const int UrgentTimes = 2;

    private readonly SegmentStoreSetup setup;
    private readonly SegmentStore store;
    private readonly CommitLog log;
    private readonly LogMover mover;
    private readonly SegmentMerger merger;
    private readonly ArchiveJobs jobs = new();
    private readonly ITimer quiet;
    private readonly Lock access = new();
    private Task work = Task.CompletedTask;
    private bool isWorking;
    private bool isCalled;
    private volatile bool isQuiet;
    private volatile bool isClosed;

    public ArchiveWorker(SegmentStoreSetup setup, SegmentStore store, CommitLog log)
    {
        (this.setup, this.store, this.log) = (setup, store, log);
        mover = new LogMover(setup, store, log);
        merger = new SegmentMerger(setup, store, new UrgentMoves(log, mover));
        quiet = setup.Time.CreateTimer(_ => BeQuiet(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        setup.Pace.Follow(log);
        log.Completed.Follow(Start);
    }

    /// <summary>Why the work stopped last; <see langword="null"/> where it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Completes when there is nothing to do at the moment.</summary>
    public Task Idle
    {
        get
        {
            lock (access)
            {
                return work;
            }
        }
    }

    /// <summary>Begins to work, unless it is working. What can wait is done once nobody has called for <see cref="SegmentOptions.QuietTime"/>.</summary>
    public void Start()
    {
        lock (access)
        {
            if (!isClosed)
            {
                isQuiet = setup.Options.QuietTime == TimeSpan.Zero;
                quiet.Change(isQuiet ? Timeout.InfiniteTimeSpan : setup.Options.QuietTime, Timeout.InfiniteTimeSpan);
                Call();
            }
        }
    }

    /// <summary>Has something done while nothing is moved or merged, once a log file and all before it are in segments.</summary>
    /// <exception cref="IOException">The moving that it waits for failed.</exception>
    /// <exception cref="OperationCanceledException">The work ends.</exception>
    public Task RunAfterAsync(uint file, Func<ValueTask> job)
    {
        var done = jobs.Add(file, job);
        lock (access)
        {
            Call();
        }

        return done;
    }

    /// <summary>Waits for the step that is under way, which <see cref="SegmentStoreSetup.Stopping"/> makes short.</summary>
    public async ValueTask DisposeAsync()
    {
        log.Completed.Follow(null);
        Task last;
        lock (access)
        {
            isClosed = true;
            last = work;
        }

        await quiet.DisposeAsync();
        await last;
        log.Completed.GiveUp();
        jobs.Close();
    }

    private void BeQuiet()
    {
        lock (access)
        {
            isQuiet = true;
            Call();
        }
    }

    private void Call()
    {
        isCalled = true;
        if (!isWorking && !isClosed)
        {
            isWorking = true;
            work = Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, setup.Scheduler).Unwrap();
        }
    }

    private async Task WorkAsync()
    {
        while (Goes())
        {
            try
            {
                while (!isClosed && await StepAsync())
                {
                    Failure = null;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (IOException exception)
            {
                Failure = exception;
                log.Completed.GiveUp();
                jobs.Fail(exception, store.End.File);
            }
        }
    }

    private bool Goes()
    {
        lock (access)
        {
            isWorking = isCalled && !isClosed;
            isCalled = false;
            return isWorking;
        }
    }

    /// <returns>Whether there was something to do.</returns>
    private async ValueTask<bool> StepAsync()
    {
        if (await jobs.RunAsync(store.End.File))
        {
            return true;
        }

        // A log that never gets quiet merges late, and merges: the more segments, the more filters to ask for each reference.
        var file = log.Completed.Oldest;
        var count = file is null ? setup.Options.MergeCount : UrgentTimes * setup.Options.MergeCount;
        foreach (var tenant in store.Tenants)
        {
            if (await MergeAsync(tenant, count, isQuiet && file is null))
            {
                return true;
            }
        }

        if (file is null)
        {
            return false;
        }

        await mover.MoveAsync(file.Value);
        return true;
    }

    private async ValueTask<bool> MergeAsync(TenantId tenant, int count, bool hasTime)
    {
        var segments = store.Acquire(tenant, static _ => true);
        try
        {
            var (start, end) = MergePolicy.Pick(segments.ConvertAll(CandidateOf), setup.Options, count, hasTime);
            if (end > start)
            {
                await merger.MergeAsync(segments[start..end]);
            }

            return end > start;
        }
        finally
        {
            foreach (var segment in segments)
            {
                await segment.ReleaseAsync();
            }
        }
    }

    private static MergeCandidate CandidateOf(Segment segment)
        => new(segment.Entry.Length, segment.Footer.Chunks.LastAt);
}
