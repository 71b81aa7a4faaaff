using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The amount is above <c>veryHighAmountThreshold</c>.</summary>
public static class VeryHighAmountRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "veryHighAmount";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(5_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(AmountRules rules)
        => rules.VeryHighAmountThreshold is { } threshold
            ? new Factor(Name, DefaultWeight, AmountConditions.Compare(ComparisonOperator.Greater, threshold))
            : null;
}
