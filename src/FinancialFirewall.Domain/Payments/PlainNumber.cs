using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Numbers without an exponent, such as <c>12.50</c>, in JSON's grammar (RFC 8259, section 6).</summary>
internal static class PlainNumber
{
    /// <summary>As many digits as are surely below 10^18 in any currency's minor unit.</summary>
    private const int MaximumPlainLength = 14;

    /// <summary>How many bytes a number at the start of a text has; 0 when there is none, or something else goes on where it ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthAt(ReadOnlySpan<byte> text)
    {
        var start = !text.IsEmpty && text[0] == '-' ? 1 : 0;
        var end = EndOfDigits(text, start);
        if (end == start || (end > start + 1 && text[start] == '0'))
        {
            return 0;
        }

        if (end < text.Length && text[end] == '.')
        {
            var point = end;
            end = EndOfDigits(text, point + 1);
            if (end == point + 1)
            {
                return 0;
            }
        }

        return end < text.Length && text[end] is (byte)',' or (byte)'}' or (byte)' ' ? end : 0;
    }

    /// <summary>Reads an amount such as <c>12.50</c> that is above zero and has no more decimals than its currency, none of them dropped.</summary>
    /// <param name="text">The number and nothing else.</param>
    /// <param name="exponent">The decimals of the currency's minor unit.</param>
    /// <param name="minor">The amount in minor units; 0 when the text is something else, which may be an amount all the same.</param>
    public static bool TryParsePositive(ReadOnlySpan<byte> text, int exponent, out long minor)
    {
        minor = 0;
        if (text.Length is 0 or > MaximumPlainLength || (text[0] == '0' && text.Length > 1 && text[1] != '.') || text[0] == '.')
        {
            return false;
        }

        var (number, decimals) = (0L, -1);
        foreach (var one in text)
        {
            var digit = (uint)(one - '0');
            if (digit < 10)
            {
                number = (number * 10) + digit;
                decimals += decimals < 0 ? 0 : 1;
            }
            else if (one == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        for (var missing = exponent - Math.Max(decimals, 0); missing > 0; missing--)
        {
            number *= 10;
        }

        minor = decimals != 0 && decimals <= exponent ? number : 0;
        return minor > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfDigits(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && char.IsAsciiDigit((char)text[at]))
        {
            at++;
        }

        return at;
    }
}
