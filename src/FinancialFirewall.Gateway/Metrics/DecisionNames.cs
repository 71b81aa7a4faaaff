using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>How decisions are spelled outside.</summary>
internal static class DecisionNames
{
    public static string Of(Decision decision) => decision switch
    {
        Decision.Approve => "APPROVE",
        Decision.ManualReview => "MANUAL_REVIEW",
        Decision.Hold => "HOLD",
        Decision.Escalate => "ESCALATE",
        Decision.Reject => "REJECT",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "Every decision has a name."),
    };
}
