using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The account paid more than <c>weeklyAmountThreshold</c> in 7 days, this payment included.</summary>
public static class HighWeeklyAmountRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "highWeeklyAmount";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(3_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(FrequencyRules rules)
        => rules.WeeklyAmountThreshold is { } threshold
            ? new Factor(Name, DefaultWeight, FrequencyConditions.SumAbove(threshold, FrequencyConditions.WeekSeconds))
            : null;
}
