using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// A partition's memory of refunds, reversals and returns: which of its own still have to reach their original, and what was given back of its own
/// originals already. Rebuilt from the journal; both sides can repeat a step without harm.
/// </summary>
internal sealed class ReleaseLedger
{
    private readonly SortedSet<long> outstanding = [];
    private readonly SortedDictionary<long, ReleasedOriginal> originals = [];

    /// <summary>The sequences of refunds whose original may not have heard of them.</summary>
    public IReadOnlyCollection<long> Outstanding => outstanding;

    /// <summary>The originals of which something was given back, by sequence.</summary>
    public IReadOnlyDictionary<long, ReleasedOriginal> Originals => originals;

    /// <summary>Takes in a record of the partition, as it is decided or replayed.</summary>
    public void Note(ReadOnlySpan<byte> bytes)
    {
        switch (new RecordHeader(bytes).Kind)
        {
            case RecordKind.Assessment when IsRelease(new AssessmentRecord(bytes)):
                outstanding.Add(new RecordHeader(bytes).Sequence);
                break;
            case RecordKind.Release:
                var release = new ReleaseRecord(bytes);
                Note(release.OriginalSequence, XxHash64.Hash(release.Cause), release.BaseAmountMinor, release.Header.At);
                break;
        }
    }

    /// <summary>Notes what was given back of an original.</summary>
    public void Note(long original, ulong refundHash, long amountMinor, Instant at)
    {
        var before = originals.GetValueOrDefault(original) ?? new ReleasedOriginal(0, at, []);
        originals[original] = new ReleasedOriginal(before.AmountMinor + amountMinor, at, [.. before.RefundHashes, refundHash]);
    }

    /// <summary>Notes a refund that still has to reach its original.</summary>
    public void Expect(long refund) => outstanding.Add(refund);

    /// <summary>The original has heard of a refund.</summary>
    public void Confirm(long refund) => outstanding.Remove(refund);

    /// <summary>Forgets what no window can see any more.</summary>
    public void Trim(Instant now)
    {
        var oldest = now.Plus(-TimeSpan.FromSeconds(WindowDefinition.MaximumSeconds));
        foreach (var old in originals.Where(original => original.Value.LatestAt < oldest).Select(original => original.Key).ToList())
        {
            originals.Remove(old);
        }
    }

    internal void Restore(long original, ReleasedOriginal released) => originals[original] = released;

    private static bool IsRelease(AssessmentRecord record)
        => !CompiledPolicy.CountsInWindows(record.Payment.Kind)
            && record.Outcome.IsAccepted
            && record.Payment.Has(PaymentMember.OriginalTransactionReference)
            && (record.Facts & AssessmentFacts.HasBaseAmount) != AssessmentFacts.None;
}
