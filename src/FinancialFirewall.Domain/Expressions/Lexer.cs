using System.Buffers;
using System.Globalization;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Cuts a text into tokens.</summary>
internal sealed class Lexer(ExpressionSource source, ProblemSink problems)
{
    private static readonly string[] Symbols = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ","];

    private static readonly (string Wrong, string Right)[] Misspelt =
        [("=", "'=='"), ("&&", "'and'"), ("||", "'or'"), ("!", "'not'"), ("“", "'\"'"), ("”", "'\"'"), ("’", "a plain quote"), ("{", "'${'")];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private readonly string text = source.Text;
    private readonly List<Token> tokens = [];

    /// <summary>The tokens, the last of which is the end; nothing when something is no token.</summary>
    public IReadOnlyList<Token>? Read()
    {
        var position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position == text.Length)
            {
                tokens.Add(new(TokenKind.End, position, 0, "", 0));
                return tokens;
            }

            if (!TryReadToken(position))
            {
                return null;
            }

            position = tokens[^1].End;
        }
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';

    private bool TryReadToken(int start) => text[start] switch
    {
        '"' or '\'' => TryReadText(start),
        '@' => TryReadListName(start),
        '$' => TryReadQuotedName(start),
        '.' => TryReadNumber(start),
        var c when char.IsAsciiDigit(c) => TryReadNumber(start),
        var c when char.IsAsciiLetter(c) || c == '_' => Add(TokenKind.Word, start, WordEnd(start), text[start..WordEnd(start)]),
        _ => TryReadSymbol(start),
    };

    private bool TryReadText(int start)
    {
        var reader = new QuotedTextReader(problems);
        return reader.TryRead(start, out var value, out var end) && Add(TokenKind.Text, start, end, value);
    }

    private bool TryReadListName(int start)
    {
        var end = start + 1;
        while (end < text.Length && NamedListExpression.IsNameCharacter(text[end]))
        {
            end++;
        }

        if (NamedListExpression.IsName(text[(start + 1)..end]))
        {
            return Add(TokenKind.ListName, start, end, text[(start + 1)..end]);
        }

        problems.ReportPart(start, end - start, $"'@' and a list's name of 1 to {NamedListExpression.MaximumNameLength} letters, digits, '_', '-' and '.'");
        return false;
    }

    private bool TryReadQuotedName(int start)
    {
        var end = text.IndexOf('}', start);
        var name = end > start + 1 && text[start + 1] == '{' ? text[(start + 2)..end].Trim() : "";
        if (name.Length > 0 && name.All(IsWordCharacter))
        {
            return Add(TokenKind.QuotedName, start, end + 1, name);
        }

        problems.ReportPart(start, end < 0 ? 1 : end + 1 - start, "a name in '${' and '}'");
        return false;
    }

    private bool TryReadNumber(int start)
    {
        var end = WordEnd(start);
        var word = text.AsSpan(start, end - start);
        if (IsExactDecimal(word))
        {
            return Add(TokenKind.Number, start, end, "", decimal.Parse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        }

        if (TryReadDuration(word, out var seconds))
        {
            return Add(TokenKind.Duration, start, end, "", seconds);
        }

        var tooLong = word.Count('.') <= 1 && !word.ContainsAnyExcept(NumberCharacters);
        problems.ReportPart(start, end - start, tooLong && word[0] != '.' && word[^1] != '.'
            ? "a number of at most 28 digits"
            : "a number like 1000 or 0.25, or a duration like 10s, 10m, 24h or 7d, at most 36500d");
        return false;
    }

    private static bool IsExactDecimal(ReadOnlySpan<char> word)
    {
        var point = word.IndexOf('.');
        var whole = point < 0 ? word : word[..point];
        var fraction = point < 0 ? [] : word[(point + 1)..];
        var isNumber = !whole.IsEmpty && (point < 0 || !fraction.IsEmpty)
            && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
        var leading = whole.TrimStart('0').Length;
        return isNumber && fraction.Length <= 28 && (leading > 0 ? leading + fraction.Length : fraction.TrimStart('0').Length) <= 28;
    }

    private static bool TryReadDuration(ReadOnlySpan<char> word, out long seconds)
    {
        var unit = word[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 };
        seconds = 0;
        if (unit == 0 || word.Length is < 2 or > 12 || !long.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        seconds = count * unit;
        return seconds <= DurationLiteral.MaximumSeconds;
    }

    private bool TryReadSymbol(int start)
    {
        var rest = text.AsSpan(start);
        foreach (var symbol in Symbols)
        {
            if (rest.StartsWith(symbol, StringComparison.Ordinal))
            {
                return Add(TokenKind.Symbol, start, start + symbol.Length, symbol);
            }
        }

        foreach (var (wrong, right) in Misspelt)
        {
            if (rest.StartsWith(wrong, StringComparison.Ordinal))
            {
                problems.ReportPart(start, wrong.Length, "an operator, a name or a literal", right);
                return false;
            }
        }

        var length = char.IsHighSurrogate(text[start]) && rest.Length > 1 ? 2 : 1;
        problems.Report(start, length, Describe(text.Substring(start, length)), "an operator, a name or a literal");
        return false;
    }

    private static string Describe(string found)
        => char.IsControl(found[0]) || char.IsSurrogate(found[^1]) && found.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)found[0]:X4}")
            : $"'{found}'";

    private int WordEnd(int start)
    {
        var end = start + 1;
        while (end < text.Length && IsWordCharacter(text[end]))
        {
            end++;
        }

        return end;
    }

    private bool Add(TokenKind kind, int start, int end, string value, decimal number = 0)
    {
        tokens.Add(new(kind, start, end - start, value, number));
        return true;
    }
}
