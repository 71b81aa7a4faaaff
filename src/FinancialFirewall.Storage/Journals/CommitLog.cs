using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Disks;

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
    private readonly CommitPump pump;
    private readonly LogReader reader;
    private readonly LogFileCache files;
    private bool isClosed;

    private CommitLog(CommitLogSetup setup, RecoveredLog recovered, long freeBytes)
    {
        this.setup = setup;
        index = recovered.Index;
        room = new BufferRoom(setup.Options.BufferBytes, setup.Options.MaximumWaiters);
        diskRoom = new DiskRoom(setup.Disk, setup.Options.MinimumFreeBytes, freeBytes, setup.Time);
        Completed = new CompletedFiles(setup.Options.MaximumWaitingFiles);
        foreach (var file in recovered.Files)
        {
            // The last file of a copy goes on where it ends.
            if (!setup.IsReplica || file.File < recovered.End.File)
            {
                Completed.Add(file);
            }
        }

        writer = new LogWriter(setup, recovered.End, Completed);
        pump = new CommitPump(setup, index.Access, room, diskRoom, writer);
        files = new LogFileCache(setup);
        reader = new LogReader(index, files, setup.Archive, setup.Keys, setup.Options.CacheBytes);
        Recovery = recovered.Report;
    }

    /// <inheritdoc/>
    public Task<JournalFailedException> Failure => pump.Failed;

    /// <inheritdoc/>
    public Task NextCommit => pump.Committed.Next;

    /// <summary>The files that can be archived.</summary>
    internal CompletedFiles Completed { get; }

    /// <summary>How many records were read by those who read on from one to the next, as a partition does that recovers.</summary>
    internal long RecordsRead => reader.RecordsRead;

    /// <summary>What was found when the log was opened.</summary>
    public RecoveryReport Recovery { get; }

    /// <inheritdoc/>
    public JournalCounters Counters
    {
        get
        {
            lock (index.Access)
            {
                return pump.Counters;
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
    public long GetFirstSequence(TenantId tenant, int partition)
    {
        lock (index.Access)
        {
            return index.Find(tenant, partition)?.FirstKept ?? 1;
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

        if (setup.IsReplica)
        {
            return JournalErrors.Follows();
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
            pump.Start();
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

            (runs.Epoch, runs.LastAppended) = (epoch, firstSequence + records.Count - 1);
            return pump.Add(tenant, runs, epoch, firstSequence, records);
        }
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(JournalPosition position)
    {
        lock (index.Access)
        {
            return pump.CommitAsync(position);
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
            pump.Start();
            last = pump.Running;
        }

        room.Fail(new ObjectDisposedException(nameof(CommitLog)));
        await last;
        await pump.SealAsync();
        await writer.DisposeAsync();
        await reader.DisposeAsync();
    }

    /// <summary>Walks through a complete file; its runs were proved when they were written, and are proved again.</summary>
    internal ValueTask<LogFileFindings> WalkAsync(uint file, LogChain before, ILogVisitor visitor)
        => new LogFileWalk(setup.Disk, setup.Directory, setup.Keys, file, isLast: false, before, visitor, DiskFileUse.ReadOnce).RunAsync(CancellationToken.None);

    /// <summary>Writes what was appended, and lets what comes next begin a new file: everything that was appended so far can then be archived.</summary>
    /// <returns>The number of the last file that has any of it.</returns>
    /// <exception cref="JournalFailedException">The journal has failed.</exception>
    internal Task<uint> CompleteFileAsync()
    {
        lock (index.Access)
        {
            ThrowIfUnusable();
            return pump.CompleteFileAsync();
        }
    }

    /// <summary>How many records were ever committed, those that were removed since included.</summary>
    internal long CountRecords()
    {
        lock (index.Access)
        {
            return index.CountRecords();
        }
    }

    /// <summary>The write end of a log that is a copy; only one.</summary>
    internal LogReplica Replicate() => new(setup, index, Completed, pump.Continue, pump.End);

    internal string PathOf(uint file) => files.PathOf(file);

    /// <summary>Shows where the committed part of the log ends to <paramref name="look"/>, while nothing is committed and nothing released.</summary>
    internal T HoldStill<T>(Func<LogChain, T> look)
    {
        lock (index.Access)
        {
            return look(pump.End);
        }
    }

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

        reader.Forget();
        await files.RetireAsync(file);
        await setup.Disk.DeleteAsync(files.PathOf(file));
        Completed.RemoveOldest();
    }

    /// <summary>Lets records of the archive go that it is about to forget: from <paramref name="switchReaders"/> on nobody finds them.</summary>
    internal void Forget(ILogArchive archive, Action switchReaders)
    {
        lock (index.Access)
        {
            switchReaders();
            foreach (var partition in archive.GetPartitions())
            {
                index.GetOrAdd(partition.Tenant, partition.Partition).FirstKept = partition.FirstSequence;
            }
        }
    }

    private static void CheckPartition(int partition) => ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)partition, ushort.MaxValue, nameof(partition));

    private void ThrowIfUnusable()
    {
        pump.ThrowIfFailed();
        ObjectDisposedException.ThrowIf(isClosed, this);
    }
}
