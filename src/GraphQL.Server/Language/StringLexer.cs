using System.Globalization;
using System.Text;

namespace GraphQL.Server.Language;

/// <summary>Reads strings and block strings.</summary>
internal static class StringLexer
{
    private const string BlockQuote = "\"\"\"";

    /// <summary>The string at an offset.</summary>
    /// <exception cref="SyntaxException">It does not end, or has a character or an escape that may not be in it.</exception>
    public static Token Read(string body, int start)
        => body.AsSpan(start).StartsWith(BlockQuote) ? ReadBlock(body, start) : ReadLine(body, start);

    private static Token ReadLine(string body, int start)
    {
        var position = start + 1;
        var chunk = position;
        StringBuilder? text = null;
        while (position < body.Length && body[position] is not ('\n' or '\r'))
        {
            switch (body[position])
            {
                case '"':
                    var value = text is null ? body[chunk..position] : text.Append(body, chunk, position - chunk).ToString();
                    return new Token(TokenKind.String, start, position + 1, value);
                case '\\':
                    text = (text ?? new StringBuilder()).Append(body, chunk, position - chunk);
                    position += ReadEscape(body, position, text);
                    chunk = position;
                    break;
                default:
                    position += Length(body, position);
                    break;
            }
        }

        throw new SyntaxException(position, "Unterminated string.");
    }

    private static Token ReadBlock(string body, int start)
    {
        var position = start + BlockQuote.Length;
        var chunk = position;
        var line = new StringBuilder();
        List<string> lines = [];
        while (position < body.Length)
        {
            var rest = body.AsSpan(position);
            if (rest.StartsWith(BlockQuote))
            {
                lines.Add(line.Append(body, chunk, position - chunk).ToString());
                return new Token(TokenKind.BlockString, start, position + BlockQuote.Length, BlockString.Dedent(lines));
            }

            if (rest.StartsWith("\\\"\"\""))
            {
                line.Append(body, chunk, position - chunk);
                chunk = position + 1;
                position += 1 + BlockQuote.Length;
            }
            else if (rest[0] is '\n' or '\r')
            {
                lines.Add(line.Append(body, chunk, position - chunk).ToString());
                line.Clear();
                position += rest.StartsWith("\r\n") ? 2 : 1;
                chunk = position;
            }
            else
            {
                position += Length(body, position);
            }
        }

        throw new SyntaxException(position, "Unterminated string.");
    }

    private static int Length(string body, int position)
    {
        var length = Characters.WellFormed(body, position);
        return length > 0 ? length : throw new SyntaxException(position, $"Invalid character within String: {Characters.Describe(body, position)}.");
    }

    private static int ReadEscape(string body, int position, StringBuilder text)
    {
        var c = position + 1 < body.Length ? body[position + 1] : '\0';
        if (c == 'u')
        {
            return position + 2 < body.Length && body[position + 2] == '{'
                ? ReadBraced(body, position, text)
                : ReadFourDigits(body, position, text);
        }

        var index = "\"\\/bfnrt".IndexOf(c, StringComparison.Ordinal);
        if (index < 0)
        {
            throw new SyntaxException(position, $"Invalid character escape sequence: \"{Slice(body, position, 2)}\".");
        }

        text.Append("\"\\/\b\f\n\r\t"[index]);
        return 2;
    }

    private static int ReadBraced(string body, int position, StringBuilder text)
    {
        const int longest = 12;
        var point = 0;
        var size = 3;
        while (size < longest)
        {
            var c = position + size < body.Length ? body[position + size] : '\0';
            size++;
            if (c == '}')
            {
                if (size >= 5 && Rune.IsValid(point))
                {
                    text.Append(new Rune(point).ToString());
                    return size;
                }

                break;
            }

            point = char.IsAsciiHexDigit(c) ? (point << 4) | Hex(c) : -1;
            if (point < 0)
            {
                break;
            }
        }

        throw Invalid(body, position, size);
    }

    private static int ReadFourDigits(string body, int position, StringBuilder text)
    {
        const int size = 6;
        if (TryReadUnit(body, position + 2, out var unit))
        {
            if (!char.IsSurrogate(unit))
            {
                text.Append(unit);
                return size;
            }

            if (char.IsHighSurrogate(unit)
                && body.AsSpan(position + size).StartsWith("\\u")
                && TryReadUnit(body, position + size + 2, out var low)
                && char.IsLowSurrogate(low))
            {
                text.Append(unit).Append(low);
                return size * 2;
            }
        }

        throw Invalid(body, position, size);
    }

    private static bool TryReadUnit(string body, int position, out char unit)
    {
        unit = '\0';
        if (position + 4 > body.Length
            || !ushort.TryParse(body.AsSpan(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        unit = (char)code;
        return true;
    }

    private static int Hex(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static string Slice(string body, int position, int size) => body.Substring(position, Math.Min(size, body.Length - position));

    private static SyntaxException Invalid(string body, int position, int size)
        => new(position, $"Invalid Unicode escape sequence: \"{Slice(body, position, size)}\".");
}
