using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>Moves the living states of a generation, all of them committed, into a new one. Nothing may be appended meanwhile; reading goes on.</summary>
internal sealed class StateCompaction(StateGenerations generations, StateTable table, StateGeneration old)
{
    private const int Partition = 0;

    private readonly List<(StateVersion Version, long Sequence)> moves = [];
    private readonly RecordBatch batch = new();
    private long bytes;

    /// <returns>The new generation and the room that its states take; <see langword="null"/> where the disk has no room for it.</returns>
    public async ValueTask<(StateGeneration Generation, long Bytes)?> RunAsync()
    {
        var number = old.Number + 1;
        if (!await CopyAsync(number))
        {
            await generations.AbandonAsync(number);
            return null;
        }

        await generations.FinishAsync(number);
        var generation = (await generations.OpenAsync(number, CancellationToken.None)).Value;
        Move(generation);
        await old.RetireAsync();
        await generations.DeleteAsync(old.Number);
        return (generation, bytes);
    }

    private async ValueTask<bool> CopyAsync(uint number)
    {
        await using var log = (await generations.BeginAsync(number)).Value;
        var last = default(JournalPosition);
        foreach (var (tenant, etag, states) in Survey())
        {
            if (await AppendAsync(log, new StateKey(tenant, "", ""), StateRecordKind.Floor, etag, default) is not { } floor)
            {
                return false;
            }

            last = floor.Position;

            foreach (var (key, version) in states)
            {
                var record = await old.Log.ReadRecordAsync(tenant, Partition, version.Sequence)
                    ?? throw new InvalidOperationException($"Record {version.Sequence} of the states of {tenant} is committed and not there.");
                var value = record.Bytes[StateRecord.Read(record.Bytes.Span).ValueStart..];
                if (await AppendAsync(log, key, StateRecordKind.Write, version.ETag, value) is not { } moved)
                {
                    return false;
                }

                last = moved.Position;
                moves.Add((version, moved.Sequence));
            }
        }

        // Closing a log does not say whether what it had to write is there; the old one is deleted only when it is.
        await log.CommitAsync(last);
        return true;
    }

    private List<(TenantId Tenant, long ETag, List<(StateKey Key, StateVersion Version)> States)> Survey()
    {
        lock (table.Access)
        {
            return [.. table.ETags.Select(tenant => (tenant.Key, tenant.Value, table.Living(tenant.Key)))];
        }
    }

    /// <returns>Where the record is; null where there is no room for it.</returns>
    private async ValueTask<(JournalPosition Position, long Sequence)?> AppendAsync(CommitLog log, StateKey key, StateRecordKind kind, long etag, ReadOnlyMemory<byte> value)
    {
        batch.Clear();
        StateRecord.Add(batch, kind, etag, key, value.Span);
        var reserved = await log.ReserveAsync(batch.RequiredBytes);
        if (!reserved.IsSuccess)
        {
            return null;
        }

        bytes += batch.RequiredBytes;
        using var reservation = reserved.Value;
        var sequence = log.GetNextSequence(key.Tenant, Partition);
        return (log.Append(key.Tenant, Partition, 0, sequence, batch, reservation).Value, sequence);
    }

    private void Move(StateGeneration generation)
    {
        lock (table.Access)
        {
            foreach (var (version, sequence) in moves)
            {
                (version.Generation, version.Sequence) = (generation, sequence);
            }
        }
    }
}
