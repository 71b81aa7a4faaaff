using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The payments of a batch that belong to one partition, in a buffer of their own.</summary>
/// <param name="number">The partition.</param>
/// <param name="count">How many payments there are.</param>
/// <param name="length">How many bytes they have together.</param>
/// <param name="clock">Where the time of assessment comes from.</param>
internal sealed class PartitionPart(int number, int count, int length, AssessmentClock clock)
{
    private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>(length);
    private int[] starts = new int[count];
    private int added;
    private int end;

    public int Number { get; } = number;

    /// <summary>Where each payment stands in the whole batch.</summary>
    public int[] Items { get; private set; } = new int[count];

    public PaymentBatch Payments => new(bytes, starts, clock);

    /// <summary>For each payment the values of the keyed windows of <see cref="ObservedBy"/>; null where that has none.</summary>
    public AggregateValue[][]? Keyed { get; set; }

    /// <summary>The policy version that was observed by.</summary>
    public int ObservedBy { get; set; }

    /// <summary>Whether refunds, reversals or returns are among what was decided.</summary>
    public bool HasReleases { get; set; }

    /// <summary>Copies a payment to the end.</summary>
    /// <returns>Its reference.</returns>
    public ReferenceKey Add(PackedPayment payment, int item)
    {
        payment.Bytes.CopyTo(bytes.AsSpan(end));
        var reference = payment.Text(PaymentMember.TransactionReference);
        payment.Bytes.Overlaps(reference, out var offset);
        var key = new ReferenceKey(payment.ReferenceHash, bytes.AsMemory(end + offset, reference.Length));
        (starts[added], Items[added]) = (end, item);
        (added, end) = (added + 1, end + payment.Bytes.Length);
        return key;
    }

    /// <summary>Leaves out the payments whose reference somebody else has.</summary>
    public void Leave(IReadOnlyDictionary<int, ReferenceClaim> taken)
    {
        var kept = Enumerable.Range(0, Items.Length).Where(i => !taken.ContainsKey(Items[i])).ToArray();
        if (kept.Length < Items.Length)
        {
            starts = Array.ConvertAll(kept, i => starts[i]);
            Items = Array.ConvertAll(kept, i => Items[i]);
        }
    }
}
