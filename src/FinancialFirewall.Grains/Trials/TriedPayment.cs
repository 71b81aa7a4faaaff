using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A payment, what was decided about it, and what would have been.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TriedPayment
{
    /// <summary>Takes both decisions of a payment.</summary>
    /// <param name="record">The assessment.</param>
    /// <param name="after">What would have been decided.</param>
    public TriedPayment(AssessmentRecord record, in Outcome after)
    {
        (Partition, Sequence, AssessedAt) = (record.Partition, record.Sequence, record.AssessedAt);
        (Currency, AmountMinor) = (record.Payment.CurrencyNumber, record.Payment.AmountMinor);
        (Before, After) = (record.Outcome, after);
    }

    /// <summary>The partition of its assessment.</summary>
    public int Partition { get; }

    /// <summary>The number of its assessment there.</summary>
    public long Sequence { get; }

    /// <summary>When it was assessed.</summary>
    public Instant AssessedAt { get; }

    /// <summary>The ISO 4217 number of its currency.</summary>
    public ushort Currency { get; }

    /// <summary>Its amount in minor units.</summary>
    public long AmountMinor { get; }

    /// <summary>What was decided.</summary>
    public Outcome Before { get; }

    /// <summary>What would have been.</summary>
    public Outcome After { get; }

    /// <summary>Whether it would have got another decision.</summary>
    public bool IsChanged => Before.Decision != After.Decision;

    /// <summary>Whether it passed, and would not have.</summary>
    public bool IsBlocked => IsChanged && Before.Decision == Decision.Approve;

    /// <summary>Whether it did not pass, and would have.</summary>
    public bool IsReleased => IsChanged && After.Decision == Decision.Approve;
}
