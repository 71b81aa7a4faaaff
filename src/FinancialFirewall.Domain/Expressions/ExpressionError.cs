using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Why a text is not a condition: where, what was found there, and what fits.</summary>
/// <param name="Source">The text.</param>
/// <param name="Offset">Where in the text, in UTF-16 characters from 0.</param>
/// <param name="Length">How many characters are at fault, at least 1.</param>
/// <param name="Found">What was found, as the text spells it.</param>
/// <param name="Expected">What fits there, as the rest of a sentence that begins with "expected".</param>
/// <param name="Suggestion">The nearest name or spelling that would be right; nothing where none is near.</param>
public sealed record ExpressionError(ExpressionSource Source, int Offset, int Length, string Found, string Expected, string? Suggestion)
{
    /// <summary>The stable name of this refusal.</summary>
    public const string Code = "EXPRESSION_INVALID";

    private const int MaximumFoundLength = 60;
    private const int MaximumLineWidth = 120;
    private const int WidthBeforeCaret = 60;

    /// <summary>The line, from 1.</summary>
    public int Line => Source.LineOf(Offset);

    /// <summary>The column in UTF-16 characters, from 1.</summary>
    public int Column => Source.ColumnOf(Offset);

    /// <summary>The whole finding in one sentence, without the source.</summary>
    public string Message
    {
        get
        {
            var found = Found.Length <= MaximumFoundLength ? Found : string.Concat(Found.AsSpan(0, MaximumFoundLength - 1), "…");
            var suggestion = Suggestion is null ? "" : $" Did you mean {Suggestion}?";
            return $"Line {Line}, column {Column}: found {found}, expected {Expected}.{suggestion}";
        }
    }

    /// <summary>The line at fault with carets under the word at fault, as a terminal shows it in fixed width; long lines are cut around it.</summary>
    public string Render()
    {
        var line = Source.LineText(Offset);
        var column = Column - 1;
        var from = line.Length <= MaximumLineWidth ? 0 : Math.Max(0, column - WidthBeforeCaret);
        var shown = line.AsSpan(from, Math.Min(MaximumLineWidth, line.Length - from));
        var carets = Math.Max(1, Math.Min(Length, shown.Length - (column - from)));
        var text = new StringBuilder();
        foreach (var character in shown)
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }

        return text.Append('\n').Append(' ', column - from).Append('^', carets).ToString();
    }

    /// <summary>The finding as a refusal of a member, with the source line and its carets.</summary>
    /// <param name="member">The member whose value the condition is, or a JSON pointer.</param>
    public Error ToError(string member) => new(ErrorKind.Invalid, Code, member, Source.Text, $"{Message}\n{Render()}");
}
