namespace FinancialFirewall.Domain.Policies;

/// <summary>UTF-8 texts as JSON strings. Only what RFC 8259 demands is escaped: quotation marks, backslashes and control characters.</summary>
internal static class JsonText
{
    /// <summary>How much longer a text can become: <c>\u001f</c> for one byte.</summary>
    public const int Expansion = 6;

    private const byte FirstPrintable = 0x20;

    /// <summary>The longest form of a text of so many bytes, its quotation marks included.</summary>
    public static int MaximumLength(int utf8Length) => (utf8Length * Expansion) + 2;

    /// <summary>Writes a text with its quotation marks, and answers how many bytes it took.</summary>
    public static int Write(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        destination[0] = (byte)'"';
        var length = 1;
        while (utf8.IndexOfAnyInRange((byte)0, (byte)(FirstPrintable - 1)) is var control && NextEscape(utf8, control) is >= 0 and var next)
        {
            utf8[..next].CopyTo(destination[length..]);
            length += next;
            length += Escape(utf8[next], destination[length..]);
            utf8 = utf8[(next + 1)..];
        }

        utf8.CopyTo(destination[length..]);
        length += utf8.Length;
        destination[length] = (byte)'"';
        return length + 1;
    }

    private static int NextEscape(ReadOnlySpan<byte> utf8, int control)
    {
        var special = utf8.IndexOfAny((byte)'"', (byte)'\\');
        return special < 0 ? control : control < 0 ? special : Math.Min(special, control);
    }

    private static int Escape(byte character, Span<byte> destination)
    {
        if (character >= FirstPrintable)
        {
            destination[0] = (byte)'\\';
            destination[1] = character;
            return 2;
        }

        "\\u00"u8.CopyTo(destination);
        destination[4] = (byte)('0' + (character >> 4));
        destination[5] = "0123456789abcdef"u8[character & 0xF];
        return 6;
    }
}
