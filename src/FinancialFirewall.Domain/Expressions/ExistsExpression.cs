using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Whether there is a value: <c>exists(deviceId)</c>.</summary>
public sealed record ExistsExpression : Expression
{
    internal ExistsExpression(Expression operand)
        : base(ValueType.Truth, operand.Depth) => Operand = operand;

    /// <summary>A member, a variable or an aggregate.</summary>
    public Expression Operand { get; }

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text)
    {
        text.Append("exists(");
        Operand.Write(text);
        text.Append(')');
    }
}
