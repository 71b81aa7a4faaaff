using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Reviews;

/// <summary>How decisions are spelled: APPROVE, MANUAL_REVIEW, HOLD, ESCALATE, REJECT.</summary>
public static class DecisionNames
{
    /// <summary>All names, in the order of severity.</summary>
    public static IReadOnlyList<string> All => EnumNames<Decision>.All;

    /// <summary>The name of a decision.</summary>
    public static string Of(Decision decision) => EnumNames<Decision>.Of(decision);
}
