using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Signals;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Writes what was appended: while one group is written and flushed, the next one fills. It works as long as there is something to write and then rests
/// until it is started again. Unless it says otherwise, hold the journal's lock while calling.
/// </summary>
internal sealed class CommitPump(CommitLogSetup setup, Lock access, BufferRoom room, DiskRoom diskRoom, LogWriter writer)
{
    private readonly TaskCompletionSource<JournalFailedException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommitGroup filling = Begin(writer.End.Commit + 1);
    private CommitGroup? inFlight;
    private CommitGroup spare = new();
    private TaskCompletionSource<uint>? completing;
    private bool isRunning;
    private long durable = writer.End.Commit;
    private long commits;
    private long records;
    private JournalFailedException? failure;

    /// <summary>Is raised when a commit can be read. Needs no lock.</summary>
    public WakeSignal Committed { get; } = new();

    /// <summary>Completes with the reason when something could not be written. Needs no lock.</summary>
    public Task<JournalFailedException> Failed => failed.Task;

    /// <summary>Completes when everything that was added before the latest start is written, or something could not be.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Where the log ends: everything before it is on disk and can be read.</summary>
    public LogChain End { get; private set; } = writer.End;

    /// <summary>What was written so far.</summary>
    public JournalCounters Counters { get; private set; }

    /// <summary>Throws where something could not be written: nothing is written any more.</summary>
    public void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>Adds a batch to what is written next.</summary>
    public JournalPosition Add(TenantId tenant, PartitionRuns partition, long epoch, long firstSequence, RecordBatch batch)
    {
        filling.Add(tenant, partition, epoch, firstSequence, batch);
        if (room.WaiterCount > 0 || filling.RoomBytes > room.Capacity / 2)
        {
            Start();
        }

        return new JournalPosition(filling.Commit);
    }

    /// <summary>Completes when everything up to a position is on disk.</summary>
    public ValueTask CommitAsync(JournalPosition position)
    {
        if (position.Commit <= durable)
        {
            return ValueTask.CompletedTask;
        }

        ThrowIfFailed();
        if (position.Commit == inFlight?.Commit)
        {
            return new ValueTask(inFlight.Done);
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(position.Commit, filling.Commit, nameof(position));
        Start();
        return PlantedBugs.AcknowledgeEarly ? ValueTask.CompletedTask : new ValueTask(filling.Done);
    }

    /// <summary>Writes what was added so far, and lets what comes next begin a new file.</summary>
    /// <returns>The number of the last file that has any of it.</returns>
    public Task<uint> CompleteFileAsync()
    {
        completing ??= new TaskCompletionSource<uint>(TaskCreationOptions.RunContinuationsAsynchronously);
        var completed = completing.Task;
        Start();
        return completed;
    }

    /// <summary>Begins to write where there is something to write and nobody writes.</summary>
    public void Start()
    {
        if (!isRunning && failure is null && (!filling.IsEmpty || completing is not null))
        {
            isRunning = true;
            Running = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, setup.Scheduler).Unwrap();
        }
    }

    /// <summary>Takes note of what a <see cref="LogReplica"/> added.</summary>
    public void Continue(LogChain end) => (End, durable) = (end, end.Commit);

    /// <summary>Marks the last file as complete, when nothing is left to write. Needs no lock.</summary>
    public async ValueTask SealAsync()
    {
        if (failure is null)
        {
            try
            {
                await writer.SealAsync();
            }
            catch (IOException exception)
            {
                Fail(exception);
            }
        }
    }

    private static CommitGroup Begin(long commit)
    {
        var group = new CommitGroup();
        group.Begin(commit);
        return group;
    }

    private async Task RunAsync()
    {
        while (TakeWork(out var group, out var completion))
        {
            try
            {
                if (group is not null)
                {
                    await WriteAsync(group);
                }

                completion?.SetResult(await writer.CompleteFileAsync());
            }
            catch (Exception exception)
            {
                var reason = Fail(exception);
                completion?.SetException(reason);
                return;
            }
        }
    }

    private bool TakeWork(out CommitGroup? group, out TaskCompletionSource<uint>? completion)
    {
        lock (access)
        {
            (group, completion, completing) = (null, completing, null);
            if (!filling.IsEmpty)
            {
                (group, inFlight, filling) = (filling, filling, spare);
                filling.Begin(inFlight.Commit + 1);
            }

            isRunning = group is not null || completion is not null;
            return isRunning;
        }
    }

    private async ValueTask WriteAsync(CommitGroup group)
    {
        var (file, offset) = await writer.WriteAsync(group);
        await diskRoom.LookAsync(writer.Count(0, 0).Bytes);
        await (setup.Gate?.PassAsync(setup.Directory, writer.End) ?? ValueTask.CompletedTask);
        Publish(group, file, offset);
    }

    private void Publish(CommitGroup group, uint file, long offset)
    {
        lock (access)
        {
            group.Publish(file, offset);
            End = writer.End;
        }

        // Whoever finds a record can read it, and nobody is told that it is on disk before it is found. Appending need not wait for this.
        group.PublishReferences(file, setup.References);
        setup.Follower?.Publish(file);
        long freed;
        lock (access)
        {
            durable = group.Commit;
            commits++;
            records += group.RecordCount;
            Counters = writer.Count(commits, records);
            freed = group.RoomBytes;
            (inFlight, spare) = (null, group);
        }

        group.Complete();
        room.Release(freed);
        Committed.Raise();
    }

    private JournalFailedException Fail(Exception exception)
    {
        var (file, offset) = writer.Place;
        var reason = new JournalFailedException(file, offset, exception);
        lock (access)
        {
            failure = reason;
            isRunning = false;
            inFlight?.Fail(reason);
            filling.Fail(reason);
            completing?.SetException(reason);
        }

        room.Fail(reason);
        failed.SetResult(reason);
        return reason;
    }
}
