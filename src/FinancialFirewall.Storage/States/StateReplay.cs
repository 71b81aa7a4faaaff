using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>Takes what a log of states has into a table: everything at first, and later what a replica added.</summary>
internal sealed class StateReplay(StateTable table)
{
    /// <summary>States have no partitions: all their records are in this one.</summary>
    internal const int Partition = 0;

    private readonly Dictionary<TenantId, long> replayed = [];

    /// <summary>Takes in what came since the last time.</summary>
    /// <returns>How many bytes of records that was.</returns>
    public async ValueTask<long> CatchUpAsync(StateGeneration generation, CancellationToken cancellationToken = default)
    {
        var bytes = 0L;
        foreach (var tenant in generation.Log.GetTenants())
        {
            await foreach (var records in generation.Log.ReadAsync(tenant, Partition, replayed.GetValueOrDefault(tenant) + 1, cancellationToken))
            {
                for (var i = 0; i < records.Count; i++)
                {
                    bytes += Replay(generation, tenant, records.FirstSequence + i, records[i].Span);
                }

                replayed[tenant] = records.FirstSequence + records.Count - 1;
            }
        }

        return bytes;
    }

    private long Replay(StateGeneration generation, TenantId tenant, long sequence, ReadOnlySpan<byte> bytes)
    {
        var record = StateRecord.Read(bytes);
        var size = RecordBatch.RequiredBytesFor(1, bytes.Length);
        lock (table.Access)
        {
            table.RaiseETag(tenant, record.ETag);
            if (record.Kind != StateRecordKind.Floor)
            {
                var key = new StateKey(tenant, record.Name, record.Key);
                var version = new StateVersion(record.ETag, record.Kind == StateRecordKind.Delete, size) { Generation = generation, Sequence = sequence };
                table.Append(key, version);
                table.Commit(key, version);
            }
        }

        return size;
    }
}
