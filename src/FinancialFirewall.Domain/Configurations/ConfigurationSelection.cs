namespace FinancialFirewall.Domain.Configurations;

/// <summary>Which configuration decides about a payment, and why.</summary>
/// <param name="Winner">The one that decides; null where none applies.</param>
/// <param name="Losers">All others with their reasons, in the order they were given.</param>
public sealed record ConfigurationSelection(RiskConfiguration? Winner, IReadOnlyList<ConfigurationLoss> Losers);
