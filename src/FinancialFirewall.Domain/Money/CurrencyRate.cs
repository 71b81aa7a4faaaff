namespace FinancialFirewall.Domain.Money;

/// <summary>What one unit of a base currency is worth in another.</summary>
/// <param name="Currency">The other currency.</param>
/// <param name="UnitsPerBase">Units of <paramref name="Currency"/> for 1 unit of the base; keeps its trailing zeros.</param>
public readonly record struct CurrencyRate(Currency Currency, decimal UnitsPerBase);
