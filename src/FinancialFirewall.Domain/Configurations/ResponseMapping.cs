namespace FinancialFirewall.Domain.Configurations;

/// <summary>Where the engine's reply holds its verdict; what is null stands in the member of that name.</summary>
/// <param name="RiskScore">The score.</param>
/// <param name="Decision">The decision.</param>
/// <param name="RiskLevel">The level.</param>
/// <param name="Reason">The reason.</param>
/// <param name="RiskFactors">The factors.</param>
public sealed record ResponseMapping(
    ResponseValue? RiskScore, ResponseValue? Decision, ResponseValue? RiskLevel, ResponseValue? Reason, ResponseValue? RiskFactors);
