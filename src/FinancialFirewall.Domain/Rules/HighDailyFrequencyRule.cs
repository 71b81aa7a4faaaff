using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The account made more payments than <c>dailyThreshold</c> in 24 hours, this one included.</summary>
public static class HighDailyFrequencyRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "highDailyFrequency";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(2_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(FrequencyRules rules)
        => rules.DailyThreshold is { } threshold
            ? new Factor(Name, DefaultWeight, FrequencyConditions.CountAbove(threshold, FrequencyConditions.DaySeconds))
            : null;
}
