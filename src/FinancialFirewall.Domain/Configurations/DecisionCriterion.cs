using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>
/// When a decision is taken. For <see cref="DecisionCriteria.AutoApprove"/> the maxima and every condition must hold; for the others the minimum
/// score, or the minimum amount, or all conditions together suffice. It states at least one of them.
/// </summary>
public sealed record DecisionCriterion
{
    /// <summary>The most conditions of one criterion.</summary>
    public const int MaximumConditions = 32;

    /// <summary>At or above this score it holds; never for autoApprove.</summary>
    public Score? MinRiskScore { get; init; }

    /// <summary>At or above this amount it holds; never for autoApprove.</summary>
    public AmountThreshold? MinAmount { get; init; }

    /// <summary>The score may not be above this; for autoApprove only.</summary>
    public Score? MaxRiskScore { get; init; }

    /// <summary>The amount may not be above this; for autoApprove only.</summary>
    public AmountThreshold? MaxAmount { get; init; }

    /// <summary>The <c>condition_*</c> members in the order they were given.</summary>
    public IReadOnlyList<CriterionCondition> Conditions { get; init; } = [];
}
