namespace FinancialFirewall.Domain.Policies;

/// <summary>The rates of a policy file.</summary>
/// <param name="AsOf">The day or the moment of the rates, as it was given.</param>
/// <param name="Values">Units of each currency per one unit of the base currency, in the order they were given.</param>
internal sealed record PolicyDocumentRates(string? AsOf, IReadOnlyList<KeyValuePair<string, decimal>> Values);
