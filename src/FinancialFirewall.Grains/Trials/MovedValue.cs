using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A number of payments, and their amounts in each currency: sums of different currencies are never added up.</summary>
/// <param name="Count">How many payments.</param>
/// <param name="Amounts">Their amounts, by currency.</param>
[GenerateSerializer, Immutable, Alias("ff.MovedValue")]
public sealed record MovedValue([property: Id(0)] long Count, [property: Id(1)] IReadOnlyList<CurrencyAmount> Amounts);
