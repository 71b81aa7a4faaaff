using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>An account.</summary>
/// <param name="Number">Its IBAN.</param>
/// <param name="Country">Where it is kept, and in whose currency.</param>
/// <param name="Bank">The bank's BIC.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="OpenedAt">Since when.</param>
internal sealed record BankAccount(string Number, Country Country, string Bank, string Holder, Instant OpenedAt)
{
    private static readonly string[] Banks = ["FWBA{0}22", "FWBB{0}33", "FWBC{0}44"];

    /// <summary>A new account at one of a country's banks.</summary>
    public static BankAccount Open(Country country, string holder, Instant openedAt, RandomSource random)
        => new(IbanMaker.Make(country, random), country, random.Pick(Banks).Replace("{0}", country.Code, StringComparison.Ordinal), holder, openedAt);
}
