using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>The amounts of a piece of time in one currency.</summary>
/// <param name="Start">When the piece begins.</param>
/// <param name="Currency">The currency, as sent.</param>
/// <param name="Amount">The sum, in the currency.</param>
/// <param name="Payments">Of how many payments.</param>
internal sealed record AmountSum(Instant Start, string Currency, decimal Amount, long Payments);
