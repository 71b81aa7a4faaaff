using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>The words of answers as UTF-8, so that writing them allocates nothing.</summary>
internal static class AnswerWords
{
    // The usual one first: a jump by a table would cost more than this question.
    public static ReadOnlySpan<byte> Of(Decision decision) => decision == Decision.Approve ? "APPROVE"u8 : decision switch
    {
        Decision.ManualReview => "MANUAL_REVIEW"u8,
        Decision.Hold => "HOLD"u8,
        Decision.Escalate => "ESCALATE"u8,
        Decision.Reject => "REJECT"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "There is no such decision."),
    };

    public static ReadOnlySpan<byte> Of(RiskLevel level) => level == RiskLevel.Low ? "LOW"u8 : level switch
    {
        RiskLevel.Medium => "MEDIUM"u8,
        RiskLevel.High => "HIGH"u8,
        RiskLevel.Critical => "CRITICAL"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "There is no such level."),
    };
}
