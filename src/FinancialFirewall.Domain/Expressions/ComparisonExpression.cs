using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Compares two values of one type: <c>amount &gt; 10000</c>. False when either is absent.</summary>
public sealed record ComparisonExpression : Expression
{
    internal ComparisonExpression(ComparisonOperator comparison, Expression left, Expression right)
        : base(ValueType.Truth, Math.Max(left.Depth, right.Depth))
    {
        Operator = comparison;
        Left = left;
        Right = right;
    }

    /// <summary>How they are compared.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The left side.</summary>
    public Expression Left { get; }

    /// <summary>The right side, of the left side's type.</summary>
    public Expression Right { get; }

    internal override Precedence Precedence => Precedence.Comparison;

    internal override void Write(StringBuilder text)
    {
        Left.Write(text, Precedence.Sum);
        text.Append(' ').Append(Printing.Sign(Operator)).Append(' ');
        Right.Write(text, Precedence.Sum);
    }
}
