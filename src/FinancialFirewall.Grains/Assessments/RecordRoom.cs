using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>How much room an assessment can take, before it is known what the aggregates are.</summary>
internal static class RecordRoom
{
    /// <summary>The header, and both sets of factors.</summary>
    private const int FixedBytes = 160;

    /// <summary>The longest number, and the longest text that a history keeps.</summary>
    private const int BytesPerAggregate = 160;

    /// <summary>No record of a payment of this length is longer under this policy, in bytes.</summary>
    public static int Of(CompiledPolicy policy, int paymentLength) => FixedBytes + (policy.SlotCount * BytesPerAggregate) + paymentLength;

    /// <summary>No records of so many payments of this length together are longer, whatever the policy, in bytes.</summary>
    public static long Most(int payments, long paymentBytes)
        => ((FixedBytes + (WindowDefinition.MaximumPerPolicy * BytesPerAggregate)) * (long)payments) + paymentBytes;
}
