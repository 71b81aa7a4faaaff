namespace FinancialFirewall.Domain.Policies;

/// <summary>The criteria in the order in which they are asked: the most severe first.</summary>
internal enum CriterionKind
{
    AutoReject,
    Escalate,
    Hold,
    ManualReview,
    AutoApprove,
}
