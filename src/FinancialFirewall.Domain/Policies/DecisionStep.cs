namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// Which step of the policy decided, as far as it could be evaluated. Each step stands for exactly one decision
/// (<see cref="DecisionSteps.DecisionOf"/>). The numbers are kept on disk and never change.
/// </summary>
public enum DecisionStep : byte
{
    /// <summary>Nothing has decided yet; no record has this.</summary>
    None = 0,

    /// <summary>The fraud check is off for this context: APPROVE.</summary>
    ToggleDisabled = 1,

    /// <summary>No configuration applies: MANUAL_REVIEW.</summary>
    NoConfiguration = 2,

    /// <summary>An entry of a BLOCK list: REJECT.</summary>
    BlockList = 3,

    /// <summary>An entry of an ALLOW list: APPROVE.</summary>
    AllowList = 4,

    /// <summary>The criterion <c>autoReject</c> holds: REJECT.</summary>
    AutoReject = 5,

    /// <summary>The criterion <c>escalate</c> holds: ESCALATE.</summary>
    EscalateCriterion = 6,

    /// <summary>The criterion <c>hold</c> holds: HOLD.</summary>
    HoldCriterion = 7,

    /// <summary>The criterion <c>manualReview</c> holds: MANUAL_REVIEW.</summary>
    ManualReviewCriterion = 8,

    /// <summary>The criterion <c>autoApprove</c> holds: APPROVE.</summary>
    AutoApprove = 9,

    /// <summary>There are criteria and none holds: MANUAL_REVIEW.</summary>
    NoCriterion = 10,

    /// <summary>The score reaches <c>rejectThreshold</c>: REJECT.</summary>
    RejectThreshold = 11,

    /// <summary>The score reaches <c>escalateThreshold</c>: ESCALATE.</summary>
    EscalateThreshold = 12,

    /// <summary>The score reaches <c>holdThreshold</c>: HOLD.</summary>
    HoldThreshold = 13,

    /// <summary>The score reaches <c>manualReviewThreshold</c>: MANUAL_REVIEW.</summary>
    ManualReviewThreshold = 14,

    /// <summary>The score is at or below <c>approveThreshold</c>: APPROVE.</summary>
    ApproveThreshold = 15,

    /// <summary>The score is between the thresholds: MANUAL_REVIEW.</summary>
    BetweenThresholds = 16,
}
