using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Whether a value lies between two others, both included: <c>a between b and c</c> is <c>a &gt;= b and a &lt;= c</c>.</summary>
public sealed record BetweenExpression : Expression
{
    internal BetweenExpression(Expression operand, Expression low, Expression high)
        : base(ValueType.Truth, Math.Max(operand.Depth, Math.Max(low.Depth, high.Depth)))
    {
        Operand = operand;
        Low = low;
        High = high;
    }

    /// <summary>The value.</summary>
    public Expression Operand { get; }

    /// <summary>The least value that holds, of the same type.</summary>
    public Expression Low { get; }

    /// <summary>The greatest value that holds, of the same type.</summary>
    public Expression High { get; }

    internal override Precedence Precedence => Precedence.Comparison;

    internal override void Write(StringBuilder text)
    {
        Operand.Write(text, Precedence.Sum);
        text.Append(" between ");
        Low.Write(text, Precedence.Sum);
        text.Append(" and ");
        High.Write(text, Precedence.Sum);
    }
}
