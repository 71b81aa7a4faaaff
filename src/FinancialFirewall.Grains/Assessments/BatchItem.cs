using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>One payment of a batch on its way through a partition.</summary>
internal struct BatchItem
{
    public BatchItem(PaymentBatch payments, int index)
    {
        var payment = new PackedPayment(payments[index]);
        Start = payments.Starts[index];
        Length = payment.Bytes.Length;
        Reference = KeyOf(payments, Start, payment, PaymentMember.TransactionReference, payment.ReferenceHash);
    }

    /// <summary>Where the payment starts in the batch's buffer.</summary>
    public int Start { get; }

    /// <summary>The payment's length in bytes.</summary>
    public int Length { get; }

    /// <summary>Its reference.</summary>
    public ReferenceKey Reference { get; }

    /// <summary>Whether this batch decides it, unless the claim says that somebody else has.</summary>
    public bool IsOurs { get; set; }

    /// <summary>Whether this batch decides it: nobody had its reference.</summary>
    public readonly bool IsDecidedHere => IsOurs && Claim.State == ReferenceState.Free;

    /// <summary>The shards that were told of it, bit n for shard n.</summary>
    public ulong Shards { get; set; }

    /// <summary>The batch of this partition that is deciding the same reference; null when there is none.</summary>
    public BatchInFlight? Other { get; set; }

    /// <summary>The payment's place in <see cref="Other"/>.</summary>
    public int OtherIndex { get; set; }

    /// <summary>What became of the claim.</summary>
    public ReferenceClaim Claim { get; set; }

    /// <summary>Where the original of a refund, reversal or return is.</summary>
    public ReferenceClaim Original { get; set; }

    /// <summary>The values of keyed windows, by the policy's order; null where the policy has none.</summary>
    public AggregateValue[]? Keyed { get; set; }

    /// <summary>The sequence under which it was decided; 0 while it was not.</summary>
    public long Sequence { get; set; }

    /// <summary>A member's text as a key into the batch's own buffer.</summary>
    public static ReferenceKey KeyOf(PaymentBatch payments, int start, PackedPayment payment, PaymentMember member, ulong hash)
    {
        var text = payment.Text(member);
        payment.Bytes.Overlaps(text, out var offset);
        return new ReferenceKey(hash, payments.Bytes.AsMemory(start + offset, text.Length));
    }
}
