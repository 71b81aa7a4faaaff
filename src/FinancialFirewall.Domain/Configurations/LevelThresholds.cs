using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The lowest score of each level; below MEDIUM it is LOW. What is null has its default.</summary>
/// <param name="Critical">The lowest critical score; 0.8 where null.</param>
/// <param name="High">The lowest high score; 0.6 where null.</param>
/// <param name="Medium">The lowest medium score; 0.3 where null.</param>
public sealed record LevelThresholds(Score? Critical, Score? High, Score? Medium)
{
    /// <summary>The lowest critical score, unless stated otherwise.</summary>
    public static readonly Score DefaultCritical = new(8_000);

    /// <summary>The lowest high score, unless stated otherwise.</summary>
    public static readonly Score DefaultHigh = new(6_000);

    /// <summary>The lowest medium score, unless stated otherwise.</summary>
    public static readonly Score DefaultMedium = new(3_000);
}
