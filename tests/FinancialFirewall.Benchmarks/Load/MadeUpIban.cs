namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Writes made-up IBANs whose check digits are right (ISO 13616).</summary>
internal static class MadeUpIban
{
    /// <summary>The length of a German one.</summary>
    public const int GermanLength = 22;

    /// <summary>The length of a French one.</summary>
    public const int FrenchLength = 27;

    /// <summary>A German account, by number.</summary>
    public static void WriteGerman(Span<byte> output, long number) => Write(output[..GermanLength], "DE"u8, "37040044"u8, number, ""u8);

    /// <summary>A French account, by number.</summary>
    public static void WriteFrench(Span<byte> output, long number) => Write(output[..FrenchLength], "FR"u8, "2004101005"u8, number, "06"u8);

    private static void Write(Span<byte> output, ReadOnlySpan<byte> country, ReadOnlySpan<byte> bank, long number, ReadOnlySpan<byte> end)
    {
        country.CopyTo(output);
        bank.CopyTo(output[4..]);
        end.CopyTo(output[^end.Length..]);
        for (var i = output.Length - end.Length - 1; i >= 4 + bank.Length; i--, number /= 10)
        {
            output[i] = (byte)('0' + (number % 10));
        }

        // The remainder of body, country and two zeros, where letters count as two digits.
        var remainder = Remainder(output[4..], 0);
        remainder = Remainder(remainder, country[0] - 'A' + 10, country[1] - 'A' + 10);
        var check = 98 - (remainder * 100 % 97);
        output[2] = (byte)('0' + (check / 10));
        output[3] = (byte)('0' + (check % 10));
    }

    private static int Remainder(ReadOnlySpan<byte> digits, int remainder)
    {
        foreach (var digit in digits)
        {
            remainder = ((remainder * 10) + digit - '0') % 97;
        }

        return remainder;
    }

    private static int Remainder(int remainder, params ReadOnlySpan<int> letters)
    {
        foreach (var letter in letters)
        {
            remainder = ((remainder * 100) + letter) % 97;
        }

        return remainder;
    }
}
