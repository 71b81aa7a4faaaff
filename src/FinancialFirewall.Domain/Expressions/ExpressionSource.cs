namespace FinancialFirewall.Domain.Expressions;

/// <summary>The text of a condition, which knows its lines.</summary>
/// <param name="Text">The text.</param>
public sealed record ExpressionSource(string Text)
{
    /// <summary>The longest text, in UTF-16 characters.</summary>
    public const int MaximumLength = 4_096;

    /// <summary>The line of an offset, from 1.</summary>
    public int LineOf(int offset) => Text.AsSpan(0, Clamp(offset)).Count('\n') + 1;

    /// <summary>The column of an offset in UTF-16 characters, from 1.</summary>
    public int ColumnOf(int offset) => Clamp(offset) - LineStart(offset) + 1;

    /// <summary>The line around an offset, without its end.</summary>
    public string LineText(int offset)
    {
        var line = Text.AsSpan(LineStart(offset));
        var end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end]).TrimEnd('\r').ToString();
    }

    private int LineStart(int offset) => Text.AsSpan(0, Clamp(offset)).LastIndexOf('\n') + 1;

    private int Clamp(int offset) => Math.Min(offset, Text.Length);
}
