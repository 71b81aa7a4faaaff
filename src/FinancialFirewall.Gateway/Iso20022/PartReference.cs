using System.Globalization;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>The reference of a transaction that has none of its own: <c>MSG-1/PART-2/7</c>, or <c>MSG-1/7</c> where there are no parts.</summary>
internal static class PartReference
{
    /// <summary>Writes the reference.</summary>
    /// <param name="message">The message's identification.</param>
    /// <param name="part">The part's; empty where there are none.</param>
    /// <param name="index">The transaction's number there, from 1.</param>
    /// <param name="destination">Takes the reference.</param>
    /// <param name="length">How many characters it has.</param>
    /// <returns>False when the identifications are far longer than a reference may be.</returns>
    public static bool TryWrite(ReadOnlySpan<char> message, ReadOnlySpan<char> part, int index, Span<char> destination, out int length)
        => part.IsEmpty
            ? destination.TryWrite(CultureInfo.InvariantCulture, $"{message}/{index}", out length)
            : destination.TryWrite(CultureInfo.InvariantCulture, $"{message}/{part}/{index}", out length);
}
