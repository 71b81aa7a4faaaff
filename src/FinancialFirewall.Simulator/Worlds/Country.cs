namespace FinancialFirewall.Simulator.Worlds;

/// <summary>A country of a simulated world.</summary>
/// <param name="Code">ISO 3166 alpha-2.</param>
/// <param name="Currency">ISO 4217; two decimals.</param>
/// <param name="RatePercent">Units of its currency for 100 EUR.</param>
/// <param name="UtcOffsetHours">Its standard time; there is no summer time in a simulated world.</param>
/// <param name="Share">How many of a hundred customers live there.</param>
/// <param name="AccountPattern">What follows the check digits of its IBANs: <c>9</c> is a digit, anything else stands for itself.</param>
/// <param name="Cities">Its cities.</param>
internal sealed record Country(
    string Code, string Currency, int RatePercent, int UtcOffsetHours, int Share, string AccountPattern, IReadOnlyList<City> Cities)
{
    /// <summary>So many cents of a Euro in minor units of this country's currency.</summary>
    public long FromEuroCents(long cents) => cents * RatePercent / 100;
}
