using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Stress.Tests.Invariants;

/// <summary>Everything that the journal holds of a tenant, partition by partition in order.</summary>
internal sealed class TenantJournal
{
    private readonly List<byte[]> records = [];
    private readonly Dictionary<string, byte[]> assessments = new(StringComparer.Ordinal);

    /// <summary>All records, by partition and sequence.</summary>
    public IReadOnlyList<byte[]> Records => records;

    /// <summary>The one assessment of each reference.</summary>
    public IReadOnlyDictionary<string, byte[]> Assessments => assessments;

    /// <summary>The most epochs that a partition has had.</summary>
    public int MostEpochs { get; private set; }

    /// <summary>Reads it: sequences have no gap, times never go back, no reference is there twice.</summary>
    public static async Task<TenantJournal> ReadAsync(IJournal journal, TenantId tenant)
    {
        var content = new TenantJournal();
        foreach (var end in journal.GetPartitions(tenant))
        {
            await content.ReadAsync(journal, tenant, end);
        }

        return content;
    }

    private async Task ReadAsync(IJournal journal, TenantId tenant, PartitionEnd end)
    {
        var (sequence, clock) = (0L, default(Instant));
        var epochs = new HashSet<long>();
        await foreach (var batch in journal.ReadAsync(tenant, end.Partition, fromSequence: 1))
        {
            epochs.Add(batch.Epoch);
            for (var i = 0; i < batch.Count; i++)
            {
                var bytes = batch[i].ToArray();
                Assert.Equal((end.Partition, ++sequence), (new RecordHeader(bytes).Partition, new RecordHeader(bytes).Sequence));
                Assert.True(new RecordHeader(bytes).At >= clock, $"The clock of partition {end.Partition} goes back at {sequence}.");
                clock = new RecordHeader(bytes).At;
                Add(bytes);
            }
        }

        Assert.Equal(end.LastSequence, sequence);
        MostEpochs = Math.Max(MostEpochs, epochs.Count);
    }

    private void Add(byte[] bytes)
    {
        records.Add(bytes);
        if (new RecordHeader(bytes).Kind == RecordKind.Assessment)
        {
            assessments.Add(Encoding.UTF8.GetString(new AssessmentRecord(bytes).Payment.Text(PaymentMember.TransactionReference)), bytes);
        }
    }
}
