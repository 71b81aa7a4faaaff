using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;
using Condition = FinancialFirewall.Domain.Expressions.Build;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The amount as sent is a multiple of <c>roundAmountUnit</c>, and not zero: what is round is what somebody typed, in whatever currency.</summary>
public static class RoundAmountRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "roundAmount";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(1_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(AmountRules rules)
    {
        if (rules.RoundAmountRisk is not true)
        {
            return null;
        }

        var unit = rules.RoundAmountUnit ?? new AmountThreshold(AmountRules.DefaultRoundAmountUnit);
        return new Factor(Name, DefaultWeight, AmountConditions.Each(unit, MultipleOf, (_, amount) => MultipleOf(amount)));
    }

    private static Expression MultipleOf(decimal unit)
    {
        var rest = Condition.Compute(Condition.OriginalAmount, ArithmeticOperator.Remainder, Condition.Number(unit));
        return Condition.And(
            Condition.Compare(Condition.OriginalAmount, ComparisonOperator.Greater, Condition.Number(0)),
            Condition.Compare(rest, ComparisonOperator.Equal, Condition.Number(0)));
    }
}
