using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>What stands for something that could not be evaluated.</summary>
/// <param name="Decision">The decision; MANUAL_REVIEW where null.</param>
/// <param name="RiskLevel">The level; that of the score where null.</param>
/// <param name="Reason">The reason that the answer gives.</param>
public sealed record FallbackConfig(Decision? Decision, RiskLevel? RiskLevel, string? Reason)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaximumReasonLength = 500;
}
