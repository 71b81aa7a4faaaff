using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A number or a duration with the other sign: <c>-amount</c>.</summary>
public sealed record NegateExpression : Expression
{
    internal NegateExpression(Expression operand)
        : base(operand.Type, operand.Depth) => Operand = operand;

    /// <summary>The number or duration; never a literal, which has its sign itself.</summary>
    public Expression Operand { get; }

    internal override Precedence Precedence => Precedence.Sign;

    internal override void Write(StringBuilder text)
    {
        text.Append('-');
        Operand.Write(text, Precedence.Sign);
    }
}
