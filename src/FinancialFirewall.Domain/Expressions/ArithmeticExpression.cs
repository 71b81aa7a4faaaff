using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Computes with two values: numbers with numbers, times and durations with <c>+</c> and <c>-</c>. Absent when either is absent, unknown on
/// overflow and division by zero.
/// </summary>
public sealed record ArithmeticExpression : Expression
{
    internal ArithmeticExpression(ArithmeticOperator arithmetic, Expression left, Expression right, ValueType type)
        : base(type, Math.Max(left.Depth, right.Depth))
    {
        Operator = arithmetic;
        Left = left;
        Right = right;
    }

    /// <summary>What is computed.</summary>
    public ArithmeticOperator Operator { get; }

    /// <summary>The left side.</summary>
    public Expression Left { get; }

    /// <summary>The right side.</summary>
    public Expression Right { get; }

    internal override Precedence Precedence
        => Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract ? Precedence.Sum : Precedence.Product;

    internal override void Write(StringBuilder text)
    {
        Left.Write(text, Precedence);
        text.Append(' ').Append(Printing.Sign(Operator)).Append(' ');
        Right.Write(text, Precedence + 1);
    }
}
