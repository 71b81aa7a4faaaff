using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Joins payments that were compared with what was reported about them later. Of each it remembers one byte; a report brings the payment with it.</summary>
/// <param name="decide">The sequence in each partition behind which payments are compared.</param>
internal sealed class KnownTally(IReadOnlyList<long> decide)
{
    private const int ChunkSize = 4_096;

    private readonly Dictionary<(int Partition, long Chunk), KnownMark[]> marks = [];
    private readonly KnownSums fraud = new();
    private readonly KnownSums legitimate = new();

    /// <summary>The memory that it holds, in bytes.</summary>
    public long AllocatedBytes => (long)marks.Count * ChunkSize;

    /// <summary>Remembers a payment that was compared.</summary>
    public void Add(in TriedPayment payment)
        => Mark(payment.Partition, payment.Sequence, isNew: true) = KnownMark.Compared
            | (payment.Before.Decision == Decision.Approve ? KnownMark.None : KnownMark.StoppedBefore)
            | (payment.After.Decision == Decision.Approve ? KnownMark.None : KnownMark.StoppedAfter);

    /// <summary>Takes in what was reported about a payment; other follow-ups say nothing.</summary>
    public void Take(FollowUpRecord record)
    {
        var known = record.Outcome switch { ReportedOutcome.Fraud => KnownMark.Fraud, ReportedOutcome.Legitimate => KnownMark.Legitimate, _ => KnownMark.None };
        var partition = record.Header.Partition;
        if (known == KnownMark.None || record.AssessmentSequence <= decide[partition])
        {
            return;
        }

        ref var mark = ref Mark(partition, record.AssessmentSequence, isNew: false);
        if (!mark.HasFlag(KnownMark.Compared))
        {
            return;
        }

        var (currency, minor) = (record.Payment.CurrencyNumber, record.Payment.AmountMinor);
        SumsOf(mark)?.Add(mark, currency, minor, times: -1);
        mark = (mark & ~(KnownMark.Fraud | KnownMark.Legitimate)) | known;
        SumsOf(mark)!.Add(mark, currency, minor, times: 1);
    }

    /// <summary>What was joined.</summary>
    /// <param name="isWhole"><see cref="KnownOutcomes.IsWhole"/>.</param>
    public KnownOutcomes Describe(bool isWhole) => new() { Fraud = fraud.Describe(), Legitimate = legitimate.Describe(), IsWhole = isWhole };

    private KnownSums? SumsOf(KnownMark mark) => mark.HasFlag(KnownMark.Fraud) ? fraud : mark.HasFlag(KnownMark.Legitimate) ? legitimate : null;

    private ref KnownMark Mark(int partition, long sequence, bool isNew)
    {
        var (chunk, place) = Math.DivRem(sequence - decide[partition] - 1, ChunkSize);
        if (!marks.TryGetValue((partition, chunk), out var found))
        {
            found = new KnownMark[isNew ? ChunkSize : (int)place + 1];
            if (isNew)
            {
                marks.Add((partition, chunk), found);
            }
        }

        return ref found[place];
    }
}
