using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Host.Assessing;

/// <summary>How decisions and levels are spelled outside.</summary>
internal static class Names
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

    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.Low => "LOW",
        RiskLevel.Medium => "MEDIUM",
        RiskLevel.High => "HIGH",
        RiskLevel.Critical => "CRITICAL",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Every level has a name."),
    };
}
