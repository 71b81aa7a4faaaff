namespace FinancialFirewall.Gateway.Csv;

/// <summary>Numbers as files write them: with a decimal comma, with marks between thousands, in minor units.</summary>
internal static class NumberText
{
    /// <summary>The longest number, in bytes.</summary>
    public const int MaximumLength = 64;

    private const int GroupDigits = 3;

    /// <summary>Writes a number as JSON writes it: no sign but a minus, no zeros in front, a point before the decimals.</summary>
    /// <param name="text">The number and nothing else; a plus is passed over.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="destination">At least twice <see cref="MaximumLength"/> bytes.</param>
    /// <param name="length">How many bytes were written.</param>
    public static bool TryNormalise(ReadOnlySpan<byte> text, ValueFormat format, Span<byte> destination, out int length)
    {
        length = 0;
        if (text.Length > MaximumLength)
        {
            return false;
        }

        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            destination[0] = (byte)'-';
            length = text[0] == '-' ? 1 : 0;
            text = text[1..];
        }

        var point = text.IndexOf((byte)format.DecimalMark);
        var decimals = point < 0 ? default : text[(point + 1)..];
        Span<byte> digits = stackalloc byte[MaximumLength + MaximumLength];
        var whole = Digits(point < 0 ? text : text[..point], format.GroupMark, digits);
        if (whole < 0 || (point >= 0 && (format.ImpliedDecimals > 0 || decimals.IsEmpty)) || decimals.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        decimals.CopyTo(digits[whole..]);
        Write(digits[..(whole + decimals.Length)], decimals.Length + format.ImpliedDecimals, destination, ref length);
        return true;
    }

    /// <summary>The digits before the decimals, without the marks between them, which have to stand where they belong.</summary>
    /// <returns>How many there are; -1 where the text is something else.</returns>
    private static int Digits(ReadOnlySpan<byte> text, char? groupMark, Span<byte> digits)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit((char)text[i]))
            {
                digits[count++] = text[i];
            }
            else if (text[i] != groupMark || i == 0 || (text.Length - i) % (GroupDigits + 1) != 0)
            {
                return -1;
            }
        }

        return count == 0 ? -1 : count;
    }

    private static void Write(ReadOnlySpan<byte> digits, int decimals, Span<byte> destination, ref int length)
    {
        var whole = digits[..Math.Max(0, digits.Length - decimals)].TrimStart((byte)'0');
        whole = whole.IsEmpty ? "0"u8 : whole;
        whole.CopyTo(destination[length..]);
        length += whole.Length;
        if (decimals == 0)
        {
            return;
        }

        destination[length++] = (byte)'.';
        for (var missing = decimals - digits.Length; missing > 0; missing--)
        {
            destination[length++] = (byte)'0';
        }

        var rest = digits[Math.Max(0, digits.Length - decimals)..];
        rest.CopyTo(destination[length..]);
        length += rest.Length;
    }
}
