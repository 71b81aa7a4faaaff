using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The amount is above <c>highAmountThreshold</c>, and not above <c>veryHighAmountThreshold</c>, which counts instead.</summary>
public static class HighAmountRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "highAmount";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(3_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(AmountRules rules)
    {
        if (rules.HighAmountThreshold is not { } threshold)
        {
            return null;
        }

        var high = AmountConditions.Compare(ComparisonOperator.Greater, threshold);
        var condition = rules.VeryHighAmountThreshold is { } veryHigh
            ? Condition.And(high, Condition.Not(AmountConditions.Compare(ComparisonOperator.Greater, veryHigh)))
            : high;
        return new Factor(Name, DefaultWeight, condition);
    }
}
