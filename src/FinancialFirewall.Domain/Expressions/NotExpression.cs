using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Holds when its condition does not: <c>not a</c>.</summary>
public sealed record NotExpression : Expression
{
    internal NotExpression(Expression operand)
        : base(ValueType.Truth, operand.Depth) => Operand = operand;

    /// <summary>The condition.</summary>
    public Expression Operand { get; }

    internal override Precedence Precedence => Precedence.Negation;

    internal override void Write(StringBuilder text)
    {
        text.Append("not ");
        Operand.Write(text, Precedence.Negation);
    }
}
