namespace FinancialFirewall.Gateway.Queries;

/// <summary>How often a factor held.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How often.</param>
internal sealed record FactorCount(string Name, long Count);
