using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The payments of a batch that belong to one partition.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Payments">Its payments, in the batch's own buffer.</param>
/// <param name="Items">Where each of them stands in the whole batch.</param>
internal sealed record PartitionedBatch(int Partition, PaymentBatch Payments, int[] Items)
{
    /// <summary>Splits a batch by the partitions of its debtor accounts, keeping the order inside each.</summary>
    public static IReadOnlyList<PartitionedBatch> Split(PaymentBatch batch)
    {
        var counts = new int[TenantGrainKeys.Partitions];
        var partitions = new byte[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            partitions[i] = (byte)TenantGrainKeys.PartitionOf(new PackedPayment(batch[i]).AccountHash);
            counts[partitions[i]]++;
        }

        var items = Array.ConvertAll(counts, count => count == 0 ? [] : new int[count]);
        Array.Clear(counts);
        for (var i = 0; i < batch.Count; i++)
        {
            items[partitions[i]][counts[partitions[i]]++] = i;
        }

        var parts = new List<PartitionedBatch>();
        for (var partition = 0; partition < items.Length; partition++)
        {
            if (items[partition].Length > 0)
            {
                var starts = Array.ConvertAll(items[partition], item => batch.Starts[item]);
                parts.Add(new PartitionedBatch(partition, new PaymentBatch(batch.Bytes, starts, batch.Clock), items[partition]));
            }
        }

        return parts;
    }
}
