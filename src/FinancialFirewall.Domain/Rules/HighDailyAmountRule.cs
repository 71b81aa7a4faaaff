using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The account paid more than <c>dailyAmountThreshold</c> in 24 hours, this payment included.</summary>
public static class HighDailyAmountRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "highDailyAmount";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(2_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(FrequencyRules rules)
        => rules.DailyAmountThreshold is { } threshold
            ? new Factor(Name, DefaultWeight, FrequencyConditions.SumAbove(threshold, FrequencyConditions.DaySeconds))
            : null;
}
