using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Grains.Keys;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The payments of a batch that belong to one partition, in a buffer of their own.</summary>
/// <param name="number">The partition.</param>
/// <param name="count">How many payments there are.</param>
/// <param name="length">How many bytes they have together.</param>
/// <param name="clock">Where the time of assessment comes from.</param>
internal sealed class PartitionPart(int number, int count, int length, AssessmentClock clock)
{
    /// <summary>
    /// How much room in the journal one part may ask for at the most, in bytes: well below the journal's buffer, so that it finds room whatever the policy.
    /// </summary>
    private const long MaximumRoom = 8 << 20;

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
    /// <returns>The bytes of its reference there.</returns>
    public ReadOnlyMemory<byte> Add(PackedPayment payment, int item)
    {
        payment.Bytes.CopyTo(bytes.AsSpan(end));
        var reference = payment.Text(PaymentMember.TransactionReference);
        payment.Bytes.Overlaps(reference, out var offset);
        var start = end;
        (starts[added], Items[added]) = (start, item);
        (added, end) = (added + 1, start + payment.Bytes.Length);
        return bytes.AsMemory(start + offset, reference.Length);
    }

    /// <summary>This part, or, where its payments could ask for too much room, several in the same order.</summary>
    public IEnumerable<PartitionPart> Split()
    {
        if (RecordRoom.Most(Items.Length, bytes.Length) <= MaximumRoom)
        {
            yield return this;
            yield break;
        }

        for (var first = 0; first < Items.Length;)
        {
            var next = first + 1;
            while (next < Items.Length && RecordRoom.Most(next + 1 - first, EndOf(next) - starts[first]) <= MaximumRoom)
            {
                next++;
            }

            yield return Slice(first, next);
            first = next;
        }
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

    private int EndOf(int index) => index + 1 == starts.Length ? end : starts[index + 1];

    private PartitionPart Slice(int first, int next)
    {
        var part = new PartitionPart(Number, next - first, EndOf(next - 1) - starts[first], clock);
        for (var i = first; i < next; i++)
        {
            part.Add(new PackedPayment(bytes.AsSpan(starts[i])), Items[i]);
        }

        return part;
    }
}
