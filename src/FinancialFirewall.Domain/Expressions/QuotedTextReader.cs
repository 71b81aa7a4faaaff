using System.Globalization;
using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Reads texts in quotes: single or double, with the escapes <c>\" \' \\ \n \r \t \uXXXX</c>.</summary>
internal sealed class QuotedTextReader(ProblemSink problems)
{
    private const string Escapes = "one of \\\", \\', \\\\, \\n, \\r, \\t and \\uXXXX";

    private readonly string text = problems.Source.Text;

    /// <summary>Where a character of a text's value stands in the source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="start">Where the opening quote stands.</param>
    /// <param name="index">Which character of the value.</param>
    public static int SourceOffset(string source, int start, int index)
    {
        var position = start + 1;
        for (var i = 0; i < index && position < source.Length; i++)
        {
            position += source[position] != '\\' ? 1 : source[position + 1] == 'u' ? 6 : 2;
        }

        return position;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="start">Where the opening quote stands.</param>
    /// <param name="value">The text without quotes and escapes.</param>
    /// <param name="end">Behind the closing quote.</param>
    public bool TryRead(int start, out string value, out int end)
    {
        var buffer = new StringBuilder();
        end = start + 1;
        value = "";
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            if (text[end] == text[start])
            {
                end++;
                value = buffer.ToString();
                return IsWellFormed(start, end, value);
            }

            if (!TryReadCharacter(buffer, ref end))
            {
                return false;
            }
        }

        problems.Report(start, end - start, "a text without an end", $"a closing {text[start]} on the same line");
        return false;
    }

    private bool IsWellFormed(int start, int end, string value)
    {
        if (Printing.IsWellFormed(value))
        {
            return true;
        }

        problems.Report(start, end - start, "half of a surrogate pair", "whole characters");
        return false;
    }

    private bool TryReadCharacter(StringBuilder buffer, ref int position)
    {
        if (text[position] != '\\')
        {
            buffer.Append(text[position++]);
            return true;
        }

        var escape = position + 1 < text.Length ? text[position + 1] : '\0';
        if (escape == 'u')
        {
            return TryReadCode(buffer, ref position);
        }

        var character = escape switch { '"' => '"', '\'' => '\'', '\\' => '\\', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        if (character == '\0')
        {
            var length = Math.Min(2, text.Length - position);
            problems.ReportPart(position, length, Escapes, escape > ' ' ? $"'\\\\{escape}', which is a backslash and {escape}" : null);
            return false;
        }

        buffer.Append(character);
        position += 2;
        return true;
    }

    private bool TryReadCode(StringBuilder buffer, ref int position)
    {
        var digits = text.AsSpan(position + 2, Math.Min(4, text.Length - position - 2));
        if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            problems.ReportPart(position, 2 + digits.Length, "\\u and four hexadecimal digits");
            return false;
        }

        buffer.Append((char)code);
        position += 6;
        return true;
    }
}
