namespace FinancialFirewall.Domain.Configurations;

/// <summary>The criteria of each decision; the most severe one that holds decides, and if none holds a person does. At least one is not null.</summary>
public sealed record DecisionCriteria
{
    /// <summary>When a payment is rejected.</summary>
    public DecisionCriterion? AutoReject { get; init; }

    /// <summary>When a payment is escalated.</summary>
    public DecisionCriterion? Escalate { get; init; }

    /// <summary>When a payment is held.</summary>
    public DecisionCriterion? Hold { get; init; }

    /// <summary>When a person decides.</summary>
    public DecisionCriterion? ManualReview { get; init; }

    /// <summary>When a payment is approved.</summary>
    public DecisionCriterion? AutoApprove { get; init; }
}
