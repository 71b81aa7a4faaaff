using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>
/// States in a commit log of their own, one record a change, with their places in memory. When most of the log is outdated, the living states are written
/// to a new one, which takes its place in one rename.
/// </summary>
public sealed class StateStore : IStateStore, IAsyncDisposable
{
    private const int Partition = StateReplay.Partition;
    private const int MaximumNameBytes = 200;
    private const int MaximumKeyBytes = 1_000;

    private readonly StateGenerations generations;
    private readonly StateStoreOptions options;
    private readonly SemaphoreSlim appending = new(1);
    private readonly SemaphoreSlim replacing = new(1);
    private readonly RecordBatch batch = new();
    private readonly TaskCompletionSource<JournalFailedException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StateTable table = new();
    private StateReplay replay;
    private StateGeneration current;
    private long logBytes;
    private long compactAbove;
    private int closing;

    private StateStore(StateGenerations generations, StateStoreOptions options, StateGeneration current)
    {
        this.generations = generations;
        this.options = options;
        this.current = current;
        replay = new StateReplay(table);
        Recovery = current.Log.Recovery;
    }

    /// <summary>Completes when the states' log has failed; the host then stops the process.</summary>
    public Task<JournalFailedException> Failure => failed.Task;

    /// <summary>What the current log did since it was opened.</summary>
    public JournalCounters Counters => current.Log.Counters;

    /// <summary>The log that counts. A compaction may replace it at any time.</summary>
    internal StateGeneration Current => current;

    /// <summary>What was found when the store was opened.</summary>
    public RecoveryReport Recovery { get; }

    /// <summary>Opens the store in the directory of <paramref name="setup"/>, which must exist. Refusals are those of <see cref="CommitLog.OpenAsync"/>.</summary>
    public static async ValueTask<Result<StateStore>> OpenAsync(
        CommitLogSetup setup, StateStoreOptions options, CancellationToken cancellationToken = default)
    {
        var directories = new StateGenerations(setup);
        var opened = await directories.OpenAsync(cancellationToken);
        if (!opened.IsSuccess)
        {
            return Result.Failure<StateStore>(opened.Errors);
        }

        var store = new StateStore(directories, options, opened.Value);
        await store.CatchUpAsync(cancellationToken);
        return store;
    }

    /// <inheritdoc/>
    public async ValueTask<StateValue?> ReadAsync(StateKey key, CancellationToken cancellationToken = default)
    {
        Check(key);
        if (Enter(key) is not var (version, generation, sequence))
        {
            return null;
        }

        try
        {
            var record = await generation.Log.ReadRecordAsync(key.Tenant, Partition, sequence, cancellationToken)
                ?? throw new InvalidOperationException($"Record {sequence} of the states of {key.Tenant} is committed and not there.");
            return new StateValue(record.Bytes[StateRecord.Read(record.Bytes.Span).ValueStart..], version.ETag);
        }
        finally
        {
            generation.Leave();
        }
    }

    /// <inheritdoc/>
    public ValueTask<Result<long>> WriteAsync(
        StateKey key, ReadOnlyMemory<byte> bytes, long? expectedETag, CancellationToken cancellationToken = default)
        => ChangeOneAsync(new StateWrite(key, bytes, expectedETag), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<long>> DeleteAsync(StateKey key, long? expectedETag, CancellationToken cancellationToken = default)
        => ChangeOneAsync(new StateWrite(key, default, expectedETag) { Kind = StateRecordKind.Delete }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IReadOnlyList<long>>> WriteAllAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken = default)
    {
        if (writes.Count == 0 || writes.Any(write => write.Key.Tenant != writes[0].Key.Tenant) || writes.DistinctBy(write => write.Key).Count() != writes.Count)
        {
            throw new ArgumentException("States that are written together are of one tenant, and each is named once.", nameof(writes));
        }

        return ChangeAsync(writes, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StateKey> List(TenantId tenant, string name, string keyPrefix = "")
    {
        lock (table.Access)
        {
            return table.List(tenant, name, keyPrefix);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TenantId> GetTenants()
    {
        lock (table.Access)
        {
            return table.Tenants();
        }
    }

    /// <summary>Shows the current log to <paramref name="look"/>, while no other log takes its place. It waits for no commit, which may wait for who asks.</summary>
    internal ValueTask<T> HoldStillAsync<T>(Func<StateGeneration, T> look) => AloneAsync(() => ValueTask.FromResult(look(current)));

    /// <summary>Writes what is under way and closes the store; a second time nothing happens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closing, 1) != 0)
        {
            return;
        }

        await appending.WaitAsync();
        await current.RetireAsync();
        appending.Dispose();
        replacing.Dispose();
    }

    private static void Check(StateKey key)
    {
        if (Encoding.UTF8.GetByteCount(key.Name) is 0 or > MaximumNameBytes || Encoding.UTF8.GetByteCount(key.Key) is 0 or > MaximumKeyBytes)
        {
            throw new ArgumentException(
                $"'{key}' cannot name a state: a name of 1 to {MaximumNameBytes} and a key of 1 to {MaximumKeyBytes} bytes are expected.", nameof(key));
        }
    }

    private (StateVersion Version, StateGeneration Generation, long Sequence)? Enter(StateKey key)
    {
        lock (table.Access)
        {
            if (table.Find(key)?.Committed is not { IsDeleted: false } version)
            {
                return null;
            }

            // A version's generation is retired only after its versions have moved, under this lock, so it can be entered until the store is closed.
            return version.Generation.TryEnter() ? (version, version.Generation, version.Sequence) : throw new ObjectDisposedException(nameof(StateStore));
        }
    }

    private async ValueTask<Result<long>> ChangeOneAsync(StateWrite write, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync([write], cancellationToken);
        return changed.IsSuccess ? changed.Value[0] : Result.Failure<long>(changed.Errors);
    }

    private async ValueTask<Result<IReadOnlyList<long>>> ChangeAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            Check(write.Key);
            if (write.Bytes.Length > options.MaximumStateBytes)
            {
                return StateErrors.TooLarge(write.Key, write.Bytes.Length, options.MaximumStateBytes);
            }
        }

        try
        {
            var change = await AppendAsync(writes, cancellationToken);
            if (!change.IsSuccess)
            {
                return Result.Failure<IReadOnlyList<long>>(change.Errors);
            }

            // Also a refusal shows what was found, so that must be on disk first.
            await change.Value.Generation.Log.CommitAsync(change.Value.Position);
            if (change.Value.Refusal is { } refusal)
            {
                return refusal;
            }

            Commit(writes, change.Value.Versions);
            await CompactIfWorthwhileAsync();
            return Result.Success<IReadOnlyList<long>>([.. change.Value.Versions.Select(static version => version?.ETag ?? 0)]);
        }
        catch (JournalFailedException exception)
        {
            failed.TrySetResult(exception);
            throw;
        }
    }

    private async ValueTask<Result<StateChange>> AppendAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A wait that can be cancelled would resume on a thread pool first, out of reach of a test's scheduler.
        await appending.WaitAsync(CancellationToken.None);
        try
        {
            ThrowIfFailed();
            if (FindMismatch(writes) is { } refusal)
            {
                return new StateChange(current, current.LastPosition, [], refusal);
            }

            IReadOnlyList<StateWrite> real = [.. writes.Where(static write => !IsDeletionOfNothing(write))];
            if (real.Count == 0)
            {
                return new StateChange(current, current.LastPosition, new StateVersion?[writes.Count]);
            }

            var reserved = await current.Log.ReserveAsync(real.Sum(static write => StateRecord.RequiredBytes(write.Key, write.Bytes.Length)), cancellationToken);
            if (!reserved.IsSuccess)
            {
                return Result.Failure<StateChange>(reserved.Errors);
            }

            using var reservation = reserved.Value;
            var versions = new Queue<StateVersion>(Append(current, real, reservation));
            return new StateChange(current, current.LastPosition, [.. writes.Select(write => IsDeletionOfNothing(write) ? null : versions.Dequeue())]);
        }
        finally
        {
            appending.Release();
        }
    }

    private static bool IsDeletionOfNothing(StateWrite write) => write is { Kind: StateRecordKind.Delete, ExpectedETag: null };

    private Error? FindMismatch(IReadOnlyList<StateWrite> writes)
    {
        foreach (var write in writes)
        {
            if (FindETag(write.Key) is var found && found != write.ExpectedETag)
            {
                return StateErrors.ETagMismatch(write.Key, write.ExpectedETag, found);
            }
        }

        return null;
    }

    private void ThrowIfFailed()
    {
        if (failed.Task.IsCompleted)
        {
            throw failed.Task.Result;
        }
    }

    private long? FindETag(StateKey key)
    {
        lock (table.Access)
        {
            return table.Find(key)?.NewestETag;
        }
    }

    /// <summary>Appends the changes as one batch, which is in one commit: they are all there after a crash, or none.</summary>
    private List<StateVersion> Append(StateGeneration generation, IReadOnlyList<StateWrite> writes, JournalReservation reservation)
    {
        lock (table.Access)
        {
            var (tenant, versions) = (writes[0].Key.Tenant, new List<StateVersion>(writes.Count));
            var sequence = generation.Log.GetNextSequence(tenant, Partition);
            var etag = table.NextETag(tenant);
            batch.Clear();
            foreach (var write in writes)
            {
                StateRecord.Add(batch, write.Kind, etag, write.Key, write.Bytes.Span);
                var size = StateRecord.RequiredBytes(write.Key, write.Bytes.Length);
                versions.Add(new StateVersion(etag, write.Kind == StateRecordKind.Delete, size) { Generation = generation, Sequence = sequence });
                logBytes += size;
                (sequence, etag) = (sequence + 1, etag + 1);
            }

            generation.LastPosition = generation.Log.Append(tenant, Partition, 0, sequence - writes.Count, batch, reservation).Value;
            for (var i = 0; i < writes.Count; i++)
            {
                table.Append(writes[i].Key, versions[i]);
            }

            return versions;
        }
    }

    /// <summary>Shows the new versions, all at once.</summary>
    private void Commit(IReadOnlyList<StateWrite> writes, IReadOnlyList<StateVersion?> versions)
    {
        lock (table.Access)
        {
            for (var i = 0; i < writes.Count; i++)
            {
                if (versions[i] is { } version)
                {
                    table.Commit(writes[i].Key, version);
                }
            }
        }
    }

    /// <summary>Takes in what the log has and the table does not: everything at first, and later what a replica added.</summary>
    internal async ValueTask CatchUpAsync(CancellationToken cancellationToken = default)
    {
        var bytes = await replay.CatchUpAsync(current, cancellationToken);
        lock (table.Access)
        {
            logBytes += bytes;
        }
    }

    /// <summary>Begins a generation that a replica fills; it counts from <see cref="SwitchAsync"/> on.</summary>
    internal async ValueTask<CommitLog> BeginReplicaAsync(uint number) => (await generations.BeginAsync(number)).Value;

    /// <summary>Lets the closed log of <see cref="BeginReplicaAsync"/> take the place of the present one, durably. Readers find the one or the other.</summary>
    internal async ValueTask SwitchAsync(uint number) => await AloneAsync(async () =>
    {
        await generations.FinishAsync(number);
        var (old, next, fresh) = (current, (await generations.OpenAsync(number, CancellationToken.None)).Value, new StateTable());
        var begun = new StateReplay(fresh);
        var bytes = await begun.CatchUpAsync(next);
        (table, current, replay, logBytes) = (fresh, next, begun, bytes);
        await old.RetireAsync();
        await generations.DeleteAsync(old.Number);
        return current;
    });

    /// <summary>Does what must not be interrupted by another log taking the place of the current one.</summary>
    private async ValueTask<T> AloneAsync<T>(Func<ValueTask<T>> work)
    {
        await replacing.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            replacing.Release();
        }
    }

    private async ValueTask CompactIfWorthwhileAsync()
    {
        if (!IsWorthCompacting())
        {
            return;
        }

        await appending.WaitAsync();
        try
        {
            if (!failed.Task.IsCompleted && IsWorthCompacting())
            {
                await CompactAsync();
            }
        }
        finally
        {
            appending.Release();
        }
    }

    private async ValueTask CompactAsync()
    {
        await current.Log.CommitAsync(current.LastPosition);
        lock (table.Access)
        {
            table.CommitAll();
        }

        try
        {
            var isCompacted = await AloneAsync(async () =>
            {
                var compacted = await new StateCompaction(generations, table, current).RunAsync();
                (current, logBytes) = compacted ?? (current, logBytes);
                return compacted is not null;
            });

            // Without room for a new log the old one goes on, and the next attempt waits for as much again.
            compactAbove = isCompacted ? 0 : logBytes + options.CompactionSlackBytes;
        }
        catch (Exception exception) when (exception is not JournalFailedException)
        {
            // Which of the two logs a restart finds is unknown, so nothing more may be written to either.
            throw new JournalFailedException(current.Directory, 0, exception);
        }
    }

    private bool IsWorthCompacting()
    {
        lock (table.Access)
        {
            return logBytes > compactAbove && logBytes > (2 * table.LiveBytes) + options.CompactionSlackBytes;
        }
    }
}
