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
}
