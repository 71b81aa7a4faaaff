using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// The journal as files of one process: one append-only log over all tenants, and one flush for all who wait. While one group of appends is written and
/// flushed, the next one fills. A write or flush that fails is never retried: the log fails for good, with everybody who waits and who comes later.
/// </summary>
public sealed class CommitLog : IJournal, IAsyncDisposable
{
    private readonly CommitLogSetup setup;
    private readonly JournalIndex index;
    private readonly BufferRoom room;
    private readonly DiskRoom diskRoom;
    private readonly LogWriter writer;
    private readonly LogReader reader;
    private readonly LogFileCache files;
    private readonly TaskCompletionSource<JournalFailedException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommitGroup filling = new();
    private CommitGroup? inFlight;
    private CommitGroup spare = new();
    private Task pump = Task.CompletedTask;
    private bool isPumping;
    private bool isClosed;
    private long durable;
    private long commits;
    private long records;
    private JournalCounters counters;
    private JournalFailedException? failure;

    private CommitLog(CommitLogSetup setup, RecoveredLog recovered, long freeBytes)
    {
        this.setup = setup;
        index = recovered.Index;
        room = new BufferRoom(setup.Options.BufferBytes, setup.Options.MaximumWaiters);
        diskRoom = new DiskRoom(setup.Disk, setup.Options.MinimumFreeBytes, freeBytes);
        Completed = new CompletedFiles(setup.Options.MaximumWaitingFiles);
        foreach (var file in recovered.Files)
        {
            Completed.Add(file);
        }

        writer = new LogWriter(setup, recovered.End, Completed);
        files = new LogFileCache(setup);
        reader = new LogReader(index, files, setup.Archive, setup.Keys);
        durable = recovered.End.Commit;
        filling.Begin(durable + 1);
        Recovery = recovered.Report;
    }

    /// <inheritdoc/>
    public Task<JournalFailedException> Failure => failed.Task;

    /// <summary>The files that can be archived.</summary>
    internal CompletedFiles Completed { get; }

    /// <summary>What was found when the log was opened.</summary>
    public RecoveryReport Recovery { get; }

    /// <inheritdoc/>
    public JournalCounters Counters
    {
        get
        {
            lock (index.Access)
            {
                return counters;
            }
        }
    }

    /// <summary>
    /// Recovers the log in a directory, which must exist, and opens it. A torn tail is cut (see <see cref="RecoveryReport.TornTail"/>); any other damage is
    /// refused as <c>STORAGE_DAMAGED</c>, and a newer format as <c>STORAGE_NEWER</c>.
    /// </summary>
    /// <exception cref="IOException">The disk could not be read, cut or flushed.</exception>
    public static async ValueTask<Result<CommitLog>> OpenAsync(CommitLogSetup setup, CancellationToken cancellationToken = default)
    {
        setup.Options.Check();
        var recovered = await new LogRecovery(setup).RunAsync(cancellationToken);
        return recovered.IsSuccess
            ? new CommitLog(setup, recovered.Value, await setup.Disk.GetFreeBytesAsync())
            : Result.Failure<CommitLog>(recovered.Errors);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PartitionEnd> GetPartitions(TenantId tenant)
    {
        lock (index.Access)
        {
            return index.Ends(tenant);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TenantId> GetTenants()
    {
        lock (index.Access)
        {
            return index.Tenants();
        }
    }

    /// <inheritdoc/>
    public long GetCommittedSequence(TenantId tenant, int partition)
    {
        lock (index.Access)
        {
            return index.Find(tenant, partition)?.LastCommitted ?? 0;
        }
    }

    /// <inheritdoc/>
    public long GetNextSequence(TenantId tenant, int partition)
    {
        lock (index.Access)
        {
            return (index.Find(tenant, partition)?.LastAppended ?? 0) + 1;
        }
    }

    /// <inheritdoc/>
    public long OpenEpoch(TenantId tenant, int partition)
    {
        CheckPartition(partition);
        lock (index.Access)
        {
            return ++index.GetOrAdd(tenant, partition).Epoch;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Result<JournalReservation>> ReserveAsync(int bytes, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (bytes > room.Capacity)
        {
            return JournalErrors.TooLarge(bytes, room.Capacity);
        }

        if (await diskRoom.CheckAsync() is { } full)
        {
            return full;
        }

        if (setup.Archive is not null && Completed.IsTooMany && !await Completed.WaitAsync())
        {
            return JournalErrors.Behind(Completed.Count, setup.Options.MaximumWaitingFiles);
        }

        if (room.TryReserve(bytes) is { } reservation)
        {
            return reservation;
        }

        lock (index.Access)
        {
            StartPump();
        }

        return await room.WaitAsync(bytes, cancellationToken);
    }

    /// <inheritdoc/>
    public Result<JournalPosition> Append(
        TenantId tenant, int partition, long epoch, long firstSequence, RecordBatch records, JournalReservation reservation)
    {
        CheckPartition(partition);
        if (records.Count == 0)
        {
            throw new ArgumentException("An empty batch cannot be appended.", nameof(records));
        }

        lock (index.Access)
        {
            ThrowIfUnusable();
            var runs = index.GetOrAdd(tenant, partition);
            if (epoch < runs.Epoch)
            {
                return JournalErrors.StaleEpoch(tenant, partition, epoch, runs.Epoch);
            }

            if (firstSequence != runs.LastAppended + 1)
            {
                return JournalErrors.SequenceGap(tenant, partition, firstSequence, runs.LastAppended + 1);
            }

            if (!reservation.TryUse(records.RequiredBytes))
            {
                throw new ArgumentException(
                    $"The batch takes {records.RequiredBytes} bytes and {reservation.RemainingBytes} are reserved.", nameof(reservation));
            }

            filling.Add(tenant, runs, epoch, firstSequence, records);
            (runs.Epoch, runs.LastAppended) = (epoch, firstSequence + records.Count - 1);
            if (room.WaiterCount > 0 || filling.RoomBytes > room.Capacity / 2)
            {
                StartPump();
            }

            return new JournalPosition(filling.Commit);
        }
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(JournalPosition position)
    {
        lock (index.Access)
        {
            if (position.Commit <= durable || PlantedBugs.AcknowledgeEarly)
            {
                return ValueTask.CompletedTask;
            }

            if (failure is not null)
            {
                throw failure;
            }

            if (position.Commit == inFlight?.Commit)
            {
                return new ValueTask(inFlight.Done);
            }

            ArgumentOutOfRangeException.ThrowIfNotEqual(position.Commit, filling.Commit, nameof(position));
            StartPump();
            return new ValueTask(filling.Done);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalBatch> ReadAsync(
        TenantId tenant, int partition, long fromSequence, CancellationToken cancellationToken = default)
        => reader.ReadAsync(tenant, partition, fromSequence, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<JournalRecord?> ReadRecordAsync(
        TenantId tenant, int partition, long sequence, CancellationToken cancellationToken = default)
        => reader.ReadRecordAsync(tenant, partition, sequence, cancellationToken);

    /// <summary>Writes what was appended, marks the file as complete and closes it. Reservations that are still waited for fail.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (index.Access)
        {
            if (isClosed)
            {
                return;
            }

            isClosed = true;
            StartPump();
            last = pump;
        }

        room.Fail(new ObjectDisposedException(nameof(CommitLog)));
        await last;
        await SealAsync();
        await writer.DisposeAsync();
        await reader.DisposeAsync();
    }

    /// <summary>Walks through a complete file; its runs were proved when they were written, and are proved again.</summary>
    internal ValueTask<LogFileFindings> WalkAsync(uint file, LogChain before, ILogVisitor visitor)
        => new LogFileWalk(setup.Disk, setup.Directory, setup.Keys, file, isLast: false, before, visitor).RunAsync(CancellationToken.None);

    internal string PathOf(uint file) => files.PathOf(file);

    /// <summary>Lets the oldest complete file go: from <paramref name="switchReaders"/> on the archive has its records, and nobody finds them here.</summary>
    internal async ValueTask ReleaseAsync(uint file, Action switchReaders)
    {
        lock (index.Access)
        {
            switchReaders();
            index.Release(file);
            setup.References.Release(file);
            setup.Follower?.Release(file);
        }

        await files.RetireAsync(file);
        await setup.Disk.DeleteAsync(files.PathOf(file));
        Completed.RemoveOldest();
    }

    private static void CheckPartition(int partition) => ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)partition, ushort.MaxValue, nameof(partition));

    private void ThrowIfUnusable()
    {
        if (failure is not null)
        {
            throw failure;
        }

        ObjectDisposedException.ThrowIf(isClosed, this);
    }

    private void StartPump()
    {
        if (isPumping || failure is not null || filling.IsEmpty)
        {
            return;
        }

        isPumping = true;
        pump = Task.Factory.StartNew(PumpAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, setup.Scheduler).Unwrap();
    }

    private async Task PumpAsync()
    {
        while (TakeGroup() is { } group)
        {
            try
            {
                Stage(group);
                var (file, offset) = await writer.WriteAsync(group);
                await diskRoom.LookAsync(writer.Count(0, 0).Bytes);
                Publish(group, file, offset);
            }
            catch (Exception exception)
            {
                Fail(exception);
                return;
            }
        }
    }

    private CommitGroup? TakeGroup()
    {
        lock (index.Access)
        {
            if (filling.IsEmpty)
            {
                isPumping = false;
                return null;
            }

            (inFlight, filling) = (filling, spare);
            filling.Begin(inFlight.Commit + 1);
            return inFlight;
        }
    }

    private void Stage(CommitGroup group)
    {
        if (setup.Follower is not null)
        {
            group.Stage(setup.Follower);
        }
    }

    private void Publish(CommitGroup group, uint file, long offset)
    {
        long freed;
        lock (index.Access)
        {
            group.Publish(file, offset, setup.References);
            setup.Follower?.Publish(file);
            durable = group.Commit;
            commits++;
            records += group.RecordCount;
            counters = writer.Count(commits, records);
            freed = group.RoomBytes;
            (inFlight, spare) = (null, group);
        }

        group.Complete();
        room.Release(freed);
    }

    private void Fail(Exception exception)
    {
        var (file, offset) = writer.Place;
        var reason = new JournalFailedException(file, offset, exception);
        lock (index.Access)
        {
            failure = reason;
            isPumping = false;
            inFlight?.Fail(reason);
            filling.Fail(reason);
        }

        room.Fail(reason);
        failed.SetResult(reason);
    }

    private async ValueTask SealAsync()
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
}
