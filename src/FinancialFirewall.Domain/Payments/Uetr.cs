namespace FinancialFirewall.Domain.Payments;

/// <summary>Unique end-to-end transaction references: a UUID of version 4 (RFC 9562), 36 characters. The normal form is lower case.</summary>
public static class Uetr
{
    /// <summary>Characters of a UETR.</summary>
    public const int Length = 36;

    private const int VersionAt = 14;
    private const int VariantAt = 19;

    /// <summary>Writes a UETR in its normal form.</summary>
    /// <param name="text">The reference as it was sent.</param>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <returns>False when the text is no UUID of version 4.</returns>
    public static bool TryNormalise(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        if (text.Length != Length)
        {
            return false;
        }

        for (var i = 0; i < Length; i++)
        {
            var isHyphen = i is 8 or 13 or 18 or 23;
            if (isHyphen ? text[i] != '-' : !char.IsAsciiHexDigit((char)text[i]))
            {
                return false;
            }

            destination[i] = (byte)(text[i] | (char.IsAsciiLetter((char)text[i]) ? 0x20 : 0));
        }

        return destination[VersionAt] == '4' && destination[VariantAt] is (byte)'8' or (byte)'9' or (byte)'a' or (byte)'b';
    }
}
