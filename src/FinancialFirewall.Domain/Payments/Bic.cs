namespace FinancialFirewall.Domain.Payments;

/// <summary>Business identifier codes (ISO 9362): 8 or 11 letters and digits with a country at the fifth and sixth. The normal form is upper case.</summary>
public static class Bic
{
    /// <summary>The longest BIC, in characters.</summary>
    public const int MaximumLength = 11;

    private const int ShortLength = 8;
    private const int CountryAt = 4;

    /// <summary>Writes a BIC in its normal form.</summary>
    /// <param name="text">The code as it was sent.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes; the code keeps its length.</param>
    /// <returns>False when the text is no BIC.</returns>
    public static bool TryNormalise(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        if (text.Length is not (ShortLength or MaximumLength) || !CountryTable.IsKnown(text.Slice(CountryAt, CountryTable.CodeLength)))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit((char)text[i]))
            {
                return false;
            }

            destination[i] = char.IsAsciiLetterLower((char)text[i]) ? (byte)(text[i] & ~0x20) : text[i];
        }

        return true;
    }
}
