using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// The work in the background: moves complete log files into segments, oldest first, and merges segments. It does one thing at a time. What fails is
/// tried again when the next log file is complete; until then the log keeps what is not moved.
/// </summary>
internal sealed class ArchiveWorker : IAsyncDisposable
{
    private const int UrgentTimes = 4;

    private readonly SegmentStoreSetup setup;
    private readonly SegmentStore store;
    private readonly CommitLog log;
    private readonly LogMover mover;
    private readonly SegmentMerger merger;
    private readonly Lock access = new();
    private Task work = Task.CompletedTask;
    private bool isWorking;
    private bool isCalled;
    private bool isClosed;

    public ArchiveWorker(SegmentStoreSetup setup, SegmentStore store, CommitLog log)
    {
        (this.setup, this.store, this.log) = (setup, store, log);
        mover = new LogMover(setup, store, log);
        merger = new SegmentMerger(setup, store);
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

    /// <summary>Begins to work, unless it is working.</summary>
    public void Start()
    {
        lock (access)
        {
            isCalled = true;
            if (!isWorking && !isClosed)
            {
                isWorking = true;
                work = Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, setup.Scheduler).Unwrap();
            }
        }
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

        await last;
        log.Completed.GiveUp();
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
        // A log that never gets quiet merges late, and merges: the more segments, the more filters to ask for each reference.
        var count = log.Completed.IsUrgent ? UrgentTimes * setup.Options.MergeCount : setup.Options.MergeCount;
        foreach (var tenant in store.Tenants)
        {
            if (await MergeAsync(tenant, count))
            {
                return true;
            }
        }

        if (log.Completed.Oldest is not { } file)
        {
            return false;
        }

        await mover.MoveAsync(file);
        return true;
    }

    private async ValueTask<bool> MergeAsync(TenantId tenant, int count)
    {
        var segments = store.Acquire(tenant, static _ => true);
        try
        {
            var inputs = MergePolicy.Pick(segments, setup.Options, count);
            if (inputs.Count > 0)
            {
                await merger.MergeAsync(inputs, () => !log.Completed.IsUrgent);
            }

            return inputs.Count > 0;
        }
        finally
        {
            foreach (var segment in segments)
            {
                await segment.ReleaseAsync();
            }
        }
    }
}
