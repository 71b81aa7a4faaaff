using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>The sum of payments in one currency.</summary>
/// <param name="Currency">The currency, as the payments were sent: an ISO 4217 code.</param>
/// <param name="Count">How many payments.</param>
/// <param name="Amount">Their sum.</param>
[GenerateSerializer, Immutable, Alias("ff.CurrencyAmount")]
public sealed record CurrencyAmount([property: Id(0)] string Currency, [property: Id(1)] long Count, [property: Id(2)] decimal Amount);
