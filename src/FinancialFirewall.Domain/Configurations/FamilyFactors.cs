namespace FinancialFirewall.Domain.Configurations;

/// <summary>The names that the rule families' factors have, so that weights can name them and custom rules cannot take them.</summary>
public static class FamilyFactors
{
    /// <summary>All names, in the order in which the factors are evaluated.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "highAmount", "veryHighAmount", "roundAmount",
        "highDailyFrequency", "highWeeklyFrequency", "highDailyAmount", "highWeeklyAmount",
        "highRiskCountry", "suspiciousIp",
        "offHours", "weekend",
        "newAccount", "crossBorder",
        "newDevice", "suspiciousUserAgent",
        "suspiciousReference", "suspiciousDescription",
    ];
}
