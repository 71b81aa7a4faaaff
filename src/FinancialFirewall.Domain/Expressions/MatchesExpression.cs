using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Whether the whole of a text matches a regular expression: <c>description matches "[Gg]ift.*"</c>. Case matters, and the time is linear in the
/// text's length, whatever the pattern. False when the text is absent.
/// </summary>
public sealed record MatchesExpression : Expression
{
    internal MatchesExpression(Expression operand, string pattern)
        : base(ValueType.Truth, operand.Depth)
    {
        Operand = operand;
        Pattern = pattern;
    }

    /// <summary>The text.</summary>
    public Expression Operand { get; }

    /// <summary>The pattern, in .NET's notation without look-around, back-references and atomic groups.</summary>
    public string Pattern { get; }

    internal override Precedence Precedence => Precedence.Comparison;

    internal override void Write(StringBuilder text)
    {
        Operand.Write(text, Precedence.Sum);
        text.Append(" matches ");
        Printing.Quote(text, Pattern);
    }
}
