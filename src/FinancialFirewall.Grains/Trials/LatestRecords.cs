using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>The last records of each partition of a tenant, as many of each, to find the latest of all.</summary>
internal sealed class LatestRecords
{
    private readonly List<(Instant At, int Partition, long Sequence)> assessments = [];
    private readonly long[] ends;

    /// <summary>The earliest record that was read of each partition of which there are more before it.</summary>
    private readonly List<Instant> cuts = [];

    private LatestRecords(IReadOnlyList<long> ends) => this.ends = [.. ends];

    /// <summary>Reads them.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="ends">Where each partition ends.</param>
    /// <param name="share">How many records of each are read.</param>
    public static async Task<LatestRecords> ReadAsync(IJournal journal, TenantId tenant, IReadOnlyList<long> ends, int share)
    {
        var latest = new LatestRecords(ends);
        for (var partition = 0; partition < ends.Count; partition++)
        {
            var begin = Math.Max(journal.GetFirstSequence(tenant, partition), ends[partition] - share + 1);
            if (begin <= ends[partition])
            {
                await latest.ReadAsync(journal, tenant, partition, begin);
            }
        }

        return latest;
    }

    /// <summary>The records up to which a number of assessments remains before the ends.</summary>
    /// <returns>Whether that is certain: a partition of which all that was read is among them may have more.</returns>
    public bool TryFind(int count, out long[] positions)
    {
        positions = [.. ends];
        assessments.Sort(static (one, other) => (other.At, other.Partition, other.Sequence).CompareTo((one.At, one.Partition, one.Sequence)));
        var found = Math.Min(count, assessments.Count);
        foreach (var (_, partition, sequence) in assessments.Take(found))
        {
            positions[partition] = Math.Min(positions[partition], sequence - 1);
        }

        return cuts.Count == 0 || (found == count && !cuts.Exists(cut => cut >= assessments[count - 1].At));
    }

    private async Task ReadAsync(IJournal journal, TenantId tenant, int partition, long begin)
    {
        var isCut = begin > journal.GetFirstSequence(tenant, partition);
        await foreach (var batch in journal.ReadAsync(tenant, partition, begin))
        {
            for (var i = 0; i < batch.Count && batch.FirstSequence + i <= ends[partition]; i++)
            {
                var header = new RecordHeader(batch[i].Span);
                if (isCut)
                {
                    cuts.Add(header.At);
                    isCut = false;
                }

                if (header.Kind == RecordKind.Assessment)
                {
                    assessments.Add((header.At, partition, header.Sequence));
                }
            }

            if (batch.FirstSequence + batch.Count > ends[partition])
            {
                break;
            }
        }
    }
}
