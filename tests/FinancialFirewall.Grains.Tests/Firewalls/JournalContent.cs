using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>Everything that the journal holds of the tenant, checked for what must hold of any journal.</summary>
internal sealed class JournalContent
{
    private JournalContent(IReadOnlyList<byte[]> all)
    {
        All = all;
        Releases = [.. all.Where(record => KindOf(record) == RecordKind.Release)];
        FollowUps = [.. all.Where(record => KindOf(record) == RecordKind.FollowUp)];
        Assessments = [.. all.Where(record => KindOf(record) == RecordKind.Assessment).Select(record => new AssessmentAnswer(record, IsDuplicate: false, Refusal: null))];
        ByReference = Assessments.ToDictionary(assessment => assessment.Reference(), StringComparer.Ordinal);
    }

    /// <summary>All records, by partition and sequence.</summary>
    public IReadOnlyList<byte[]> All { get; }

    /// <summary>The assessments, by partition and sequence.</summary>
    public IReadOnlyList<AssessmentAnswer> Assessments { get; }

    /// <summary>The releases, by partition and sequence.</summary>
    public IReadOnlyList<byte[]> Releases { get; }

    /// <summary>What happened to assessments later, by partition and sequence.</summary>
    public IReadOnlyList<byte[]> FollowUps { get; }

    /// <summary>The one assessment of each reference; a journal with two of one cannot be read.</summary>
    public IReadOnlyDictionary<string, AssessmentAnswer> ByReference { get; }

    /// <summary>Reads the journal: its sequences have no gap, its times never go back, and no reference is there twice.</summary>
    public static JournalContent Read(SimulatedFirewall firewall) => firewall.Scheduler.Run(async () =>
    {
        var all = new List<byte[]>();
        foreach (var end in firewall.Storage.Journal.GetPartitions(SimulatedFirewall.Tenant))
        {
            var (sequence, clock) = (0L, default(Domain.Time.Instant));
            await foreach (var batch in firewall.Storage.Journal.ReadAsync(SimulatedFirewall.Tenant, end.Partition, 1))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    var bytes = batch[i].ToArray();
                    Assert.Equal((end.Partition, ++sequence), (new RecordHeader(bytes).Partition, new RecordHeader(bytes).Sequence));
                    Assert.True(new RecordHeader(bytes).At >= clock, $"The clock of partition {end.Partition} goes back at {sequence}.");
                    clock = new RecordHeader(bytes).At;
                    all.Add(bytes);
                }
            }

            Assert.Equal(end.LastSequence, sequence);
        }

        return new JournalContent(all);
    });

    private static RecordKind KindOf(byte[] record) => new RecordHeader(record).Kind;
}
