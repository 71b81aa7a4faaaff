using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The account made more payments than <c>weeklyThreshold</c> in 7 days, this one included.</summary>
public static class HighWeeklyFrequencyRule
{
    /// <summary>The factor's name.</summary>
    public const string Name = "highWeeklyFrequency";

    /// <summary>What it adds to the score, unless <c>weights</c> says otherwise.</summary>
    public static readonly Score DefaultWeight = new(3_000);

    /// <summary>The factor; null where the settings switch it off.</summary>
    public static Factor? Build(FrequencyRules rules)
        => rules.WeeklyThreshold is { } threshold
            ? new Factor(Name, DefaultWeight, FrequencyConditions.CountAbove(threshold, FrequencyConditions.WeekSeconds))
            : null;
}
