using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>What each <see cref="DecisionStep"/> decides.</summary>
public static class DecisionSteps
{
    /// <summary>The decision that a step stands for.</summary>
    public static Decision DecisionOf(DecisionStep step) => step == DecisionStep.ApproveThreshold ? Decision.Approve : step switch
    {
        DecisionStep.BlockList or DecisionStep.AutoReject or DecisionStep.RejectThreshold => Decision.Reject,
        DecisionStep.EscalateCriterion or DecisionStep.EscalateThreshold => Decision.Escalate,
        DecisionStep.HoldCriterion or DecisionStep.HoldThreshold => Decision.Hold,
        DecisionStep.NoConfiguration or DecisionStep.ManualReviewCriterion or DecisionStep.NoCriterion
            or DecisionStep.ManualReviewThreshold or DecisionStep.BetweenThresholds => Decision.ManualReview,
        DecisionStep.ToggleDisabled or DecisionStep.AllowList or DecisionStep.AutoApprove => Decision.Approve,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };
}
