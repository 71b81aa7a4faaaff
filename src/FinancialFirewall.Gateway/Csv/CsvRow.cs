using System.Runtime.InteropServices;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>
/// The fields of one row of CSV (RFC 4180), read in place; the same instance serves row after row. A field may be quoted, and then may hold delimiters,
/// line breaks and doubled quotation marks; a quotation mark inside a field that does not begin with one is a character like any other.
/// </summary>
/// <param name="delimiter">What stands between fields.</param>
/// <param name="quote">What quotes them.</param>
internal sealed class CsvRow(byte delimiter, byte quote)
{
    private const byte LineFeed = (byte)'\n';
    private const int UsualFields = 32;

    private FieldPlace[] fields = new FieldPlace[UsualFields];
    private byte[] unescaped = [];

    /// <summary>How many fields it has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it is an empty line.</summary>
    public bool IsBlank => Count == 1 && fields[0] is { Length: 0, IsQuoted: false };

    /// <summary>Reads the row at the start of a text.</summary>
    /// <param name="text">The row, and perhaps what follows.</param>
    /// <param name="isLast">Whether nothing follows the text.</param>
    /// <param name="consumed">How many bytes the row has, its end included, where it was read.</param>
    public CsvOutcome Read(ReadOnlySpan<byte> text, bool isLast, out int consumed)
    {
        Count = 0;
        for (consumed = 0; ;)
        {
            var outcome = consumed < text.Length && text[consumed] == quote
                ? ReadQuoted(text, isLast, ref consumed, out var isEnd)
                : ReadPlain(text, isLast, ref consumed, out isEnd);
            if (outcome != CsvOutcome.Row || isEnd)
            {
                return outcome;
            }
        }
    }

    /// <summary>A field without its quotation marks.</summary>
    /// <param name="text">The text that the row was read from.</param>
    /// <param name="index">Its number, from 0.</param>
    /// <returns>Valid until the next field of any row is asked for.</returns>
    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, int index)
    {
        var place = fields[index];
        var field = text.Slice(place.Start, place.Length);
        return place.HasDoubled ? Unescape(field) : field;
    }

    private CsvOutcome ReadPlain(ReadOnlySpan<byte> text, bool isLast, ref int at, out bool isEnd)
    {
        var length = text[at..].IndexOfAny(delimiter, LineFeed);
        isEnd = length < 0 || text[at + length] == LineFeed;
        if (length < 0)
        {
            if (!isLast)
            {
                return CsvOutcome.Incomplete;
            }

            length = text.Length - at;
        }

        var end = isEnd && length > 0 && text[at + length - 1] == '\r' ? length - 1 : length;
        Add(new FieldPlace(at, end, IsQuoted: false, HasDoubled: false));
        at = Math.Min(at + length + 1, text.Length);
        return CsvOutcome.Row;
    }

    private CsvOutcome ReadQuoted(ReadOnlySpan<byte> text, bool isLast, ref int at, out bool isEnd)
    {
        var (start, from, hasDoubled) = (at + 1, at + 1, false);
        isEnd = true;
        while (true)
        {
            var closing = text[from..].IndexOf(quote);
            if (closing < 0 || (from + closing + 1 == text.Length && !isLast))
            {
                return isLast ? CsvOutcome.QuoteOpen : CsvOutcome.Incomplete;
            }

            from += closing + 1;
            if (from < text.Length && text[from] == quote)
            {
                (hasDoubled, from) = (true, from + 1);
                continue;
            }

            Add(new FieldPlace(start, from - 1 - start, IsQuoted: true, hasDoubled));
            at = from;
            return PassSeparator(text, isLast, ref at, out isEnd);
        }
    }

    private CsvOutcome PassSeparator(ReadOnlySpan<byte> text, bool isLast, ref int at, out bool isEnd)
    {
        isEnd = true;
        var rest = text[at..];
        if (rest.IsEmpty || (rest.Length == 1 && rest[0] == '\r'))
        {
            at = text.Length;
            return isLast ? CsvOutcome.Row : CsvOutcome.Incomplete;
        }

        var returns = rest[0] == '\r' && rest[1] == LineFeed ? 1 : 0;
        if (rest[0] != delimiter && rest[returns] != LineFeed)
        {
            return CsvOutcome.TextBehindQuote;
        }

        isEnd = rest[0] != delimiter;
        at += returns + 1;
        return CsvOutcome.Row;
    }

    private void Add(in FieldPlace place)
    {
        if (Count == fields.Length)
        {
            Array.Resize(ref fields, fields.Length * 2);
        }

        fields[Count++] = place;
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> field)
    {
        if (unescaped.Length < field.Length)
        {
            unescaped = new byte[field.Length * 2];
        }

        var length = 0;
        while (field.IndexOf(quote) is var next && next >= 0)
        {
            field[..(next + 1)].CopyTo(unescaped.AsSpan(length));
            length += next + 1;
            field = field[(next + 2)..];
        }

        field.CopyTo(unescaped.AsSpan(length));
        return unescaped.AsSpan(0, length + field.Length);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct FieldPlace(int Start, int Length, bool IsQuoted, bool HasDoubled);
}
