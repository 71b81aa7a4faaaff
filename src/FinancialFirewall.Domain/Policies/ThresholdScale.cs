using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Decides by the score alone, where a configuration has no criteria.</summary>
/// <param name="Reject">From here on REJECT.</param>
/// <param name="Escalate">From here on ESCALATE, where set.</param>
/// <param name="Hold">From here on HOLD, where set.</param>
/// <param name="ManualReview">From here on MANUAL_REVIEW.</param>
/// <param name="Approve">Up to here APPROVE, unless one of the others is reached.</param>
internal sealed record ThresholdScale(Score Reject, Score? Escalate, Score? Hold, Score ManualReview, Score Approve)
{
    /// <summary>The thresholds of a configuration, with the defaults of those that it does not set.</summary>
    public static ThresholdScale Of(Thresholds? thresholds) => new(
        thresholds?.RejectThreshold ?? Thresholds.DefaultReject,
        thresholds?.EscalateThreshold,
        thresholds?.HoldThreshold,
        thresholds?.ManualReviewThreshold ?? Thresholds.DefaultManualReview,
        thresholds?.ApproveThreshold ?? Thresholds.DefaultApprove);

    /// <summary>The step that a score leads to.</summary>
    public DecisionStep StepOf(Score score)
        => score >= Reject ? DecisionStep.RejectThreshold
        : Escalate is { } escalate && score >= escalate ? DecisionStep.EscalateThreshold
        : Hold is { } hold && score >= hold ? DecisionStep.HoldThreshold
        : score >= ManualReview ? DecisionStep.ManualReviewThreshold
        : score <= Approve ? DecisionStep.ApproveThreshold
        : DecisionStep.BetweenThresholds;
}
