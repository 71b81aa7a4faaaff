using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Scoring;

/// <summary>From which score on a payment has which level; below <paramref name="Medium"/> it is LOW. The highest level that is reached counts.</summary>
/// <param name="Critical">From here on CRITICAL.</param>
/// <param name="High">From here on HIGH.</param>
/// <param name="Medium">From here on MEDIUM.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LevelScale(Score Critical, Score High, Score Medium)
{
    /// <summary>CRITICAL from 0.8, HIGH from 0.6, MEDIUM from 0.3.</summary>
    public static LevelScale Default { get; } = new(new(8_000), new(6_000), new(3_000));

    /// <summary>The level of a score.</summary>
    public RiskLevel LevelOf(Score score)
        => score >= Critical ? RiskLevel.Critical
        : score >= High ? RiskLevel.High
        : score >= Medium ? RiskLevel.Medium
        : RiskLevel.Low;
}
