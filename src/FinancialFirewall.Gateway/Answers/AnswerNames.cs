using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Gateway.Answers;

/// <summary>How decisions and levels are spelled where payments are counted: as answers spell them.</summary>
public static class AnswerNames
{
    /// <summary>The name of a decision, as in <c>MANUAL_REVIEW</c>.</summary>
    public static string Of(Decision decision) => decision switch
    {
        Decision.Approve => "APPROVE",
        Decision.ManualReview => "MANUAL_REVIEW",
        Decision.Hold => "HOLD",
        Decision.Escalate => "ESCALATE",
        Decision.Reject => "REJECT",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "Every decision has a name."),
    };

    /// <summary>The name of a level, as in <c>HIGH</c>.</summary>
    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.Low => "LOW",
        RiskLevel.Medium => "MEDIUM",
        RiskLevel.High => "HIGH",
        RiskLevel.Critical => "CRITICAL",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Every level has a name."),
    };
}
