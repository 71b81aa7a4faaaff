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
    private const int Partition = 0;
    private const int MaximumNameBytes = 200;
    private const int MaximumKeyBytes = 1_000;

    private readonly StateGenerations generations;
    private readonly StateStoreOptions options;
    private readonly Dictionary<TenantId, long> replayed = [];
    private readonly SemaphoreSlim appending = new(1);
    private readonly RecordBatch batch = new();
    private readonly TaskCompletionSource<JournalFailedException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StateTable table = new();
    private StateGeneration current;
    private long logBytes;
    private long compactAbove;
    private int closing;

    private StateStore(StateGenerations generations, StateStoreOptions options, StateGeneration current)
    {
        this.generations = generations;
        this.options = options;
        this.current = current;
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
    {
        Check(key);
        return bytes.Length > options.MaximumStateBytes
            ? new(StateErrors.TooLarge(key, bytes.Length, options.MaximumStateBytes))
            : ChangeAsync(key, StateRecordKind.Write, bytes, expectedETag, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<long>> DeleteAsync(StateKey key, long? expectedETag, CancellationToken cancellationToken = default)
    {
        Check(key);
        return ChangeAsync(key, StateRecordKind.Delete, default, expectedETag, cancellationToken);
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

    /// <summary>Shows the current log to <paramref name="look"/>, while nothing is appended and no other log takes its place.</summary>
    internal async ValueTask<T> HoldStillAsync<T>(Func<StateGeneration, T> look)
    {
        await appending.WaitAsync();
        try
        {
            return look(current);
        }
        finally
        {
            appending.Release();
        }
    }

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
            // A version's generation is retired only after its versions have moved, under this lock, so it can be entered.
            return table.Find(key)?.Committed is { IsDeleted: false } version && version.Generation.TryEnter()
                ? (version, version.Generation, version.Sequence)
                : null;
        }
    }

    private async ValueTask<Result<long>> ChangeAsync(
        StateKey key, StateRecordKind kind, ReadOnlyMemory<byte> bytes, long? expected, CancellationToken cancellationToken)
    {
        try
        {
            var change = await AppendAsync(key, kind, bytes, expected, cancellationToken);
            if (!change.IsSuccess)
            {
                return Result.Failure<long>(change.Errors);
            }

            // Also a refusal shows what was found, so that must be on disk first.
            await change.Value.Generation.Log.CommitAsync(change.Value.Position);
            if (change.Value.Version is not { } version)
            {
                return change.Value.Found == expected ? 0L : StateErrors.ETagMismatch(key, expected, change.Value.Found);
            }

            Commit(key, version);
            await CompactIfWorthwhileAsync();
            return version.ETag;
        }
        catch (JournalFailedException exception)
        {
            failed.TrySetResult(exception);
            throw;
        }
    }

    private async ValueTask<Result<StateChange>> AppendAsync(
        StateKey key, StateRecordKind kind, ReadOnlyMemory<byte> bytes, long? expected, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A wait that can be cancelled would resume on a thread pool first, out of reach of a test's scheduler.
        await appending.WaitAsync(CancellationToken.None);
        try
        {
            ThrowIfFailed();
            var found = FindETag(key);
            if (found != expected || (kind == StateRecordKind.Delete && found is null))
            {
                return new StateChange(current, current.LastPosition, null, found);
            }

            var reserved = await current.Log.ReserveAsync(StateRecord.RequiredBytes(key, bytes.Length), cancellationToken);
            if (!reserved.IsSuccess)
            {
                return Result.Failure<StateChange>(reserved.Errors);
            }

            using var reservation = reserved.Value;
            var version = Append(current, key, kind, bytes.Span, reservation);
            return new StateChange(current, current.LastPosition, version, found);
        }
        finally
        {
            appending.Release();
        }
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

    private StateVersion Append(
        StateGeneration generation, StateKey key, StateRecordKind kind, ReadOnlySpan<byte> bytes, JournalReservation reservation)
    {
        lock (table.Access)
        {
            var etag = table.NextETag(key.Tenant);
            batch.Clear();
            StateRecord.Add(batch, kind, etag, key, bytes);
            var sequence = generation.Log.GetNextSequence(key.Tenant, Partition);
            generation.LastPosition = generation.Log.Append(key.Tenant, Partition, 0, sequence, batch, reservation).Value;
            var version = new StateVersion(etag, kind == StateRecordKind.Delete, batch.RequiredBytes) { Generation = generation, Sequence = sequence };
            table.Append(key, version);
            logBytes += batch.RequiredBytes;
            return version;
        }
    }

    private void Commit(StateKey key, StateVersion version)
    {
        lock (table.Access)
        {
            table.Commit(key, version);
        }
    }

    /// <summary>Takes in what the log has and the table does not: everything at first, and later what a replica added.</summary>
    internal async ValueTask CatchUpAsync(CancellationToken cancellationToken = default)
    {
        foreach (var tenant in current.Log.GetTenants())
        {
            await foreach (var records in current.Log.ReadAsync(tenant, Partition, replayed.GetValueOrDefault(tenant) + 1, cancellationToken))
            {
                for (var i = 0; i < records.Count; i++)
                {
                    Replay(current, tenant, records.FirstSequence + i, records[i].Span);
                }

                replayed[tenant] = records.FirstSequence + records.Count - 1;
            }
        }
    }

    /// <summary>Begins a generation that a replica fills; it counts from <see cref="SwitchAsync"/> on.</summary>
    internal async ValueTask<CommitLog> BeginReplicaAsync(uint number) => (await generations.BeginAsync(number)).Value;

    /// <summary>Lets the closed log of <see cref="BeginReplicaAsync"/> take the place of the present one, durably. Readers find the one or the other.</summary>
    internal async ValueTask SwitchAsync(uint number)
    {
        await generations.FinishAsync(number);
        var next = new StateStore(generations, options, (await generations.OpenAsync(number, CancellationToken.None)).Value);
        await next.CatchUpAsync();
        var old = current;
        (table, current, logBytes) = (next.table, next.current, next.logBytes);
        replayed.Clear();
        foreach (var (tenant, sequence) in next.replayed)
        {
            replayed[tenant] = sequence;
        }

        await old.RetireAsync();
        await generations.DeleteAsync(old.Number);
    }

    private void Replay(StateGeneration generation, TenantId tenant, long sequence, ReadOnlySpan<byte> bytes)
    {
        var record = StateRecord.Read(bytes);
        lock (table.Access)
        {
            var size = RecordBatch.RequiredBytesFor(1, bytes.Length);
            logBytes += size;
            table.RaiseETag(tenant, record.ETag);
            if (record.Kind != StateRecordKind.Floor)
            {
                var key = new StateKey(tenant, record.Name, record.Key);
                var version = new StateVersion(record.ETag, record.Kind == StateRecordKind.Delete, size) { Generation = generation, Sequence = sequence };
                table.Append(key, version);
                table.Commit(key, version);
            }
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
            var compacted = await new StateCompaction(generations, table, current).RunAsync();
            (current, logBytes) = compacted ?? (current, logBytes);

            // Without room for a new log the old one goes on, and the next attempt waits for as much again.
            compactAbove = compacted is null ? logBytes + options.CompactionSlackBytes : 0;
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
