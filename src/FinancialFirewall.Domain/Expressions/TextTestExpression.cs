using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Looks for one text in another: <c>a startsWith b</c>, <c>a contains b</c>, <c>containsIgnoreCase(a, "b")</c>. False when either is absent.</summary>
public sealed record TextTestExpression : Expression
{
    internal TextTestExpression(TextTest test, Expression left, Expression right)
        : base(ValueType.Truth, Math.Max(left.Depth, right.Depth))
    {
        Test = test;
        Left = left;
        Right = right;
    }

    /// <summary>What is asked.</summary>
    public TextTest Test { get; }

    /// <summary>The text that is searched.</summary>
    public Expression Left { get; }

    /// <summary>The text that is looked for; a literal when case is ignored.</summary>
    public Expression Right { get; }

    internal override Precedence Precedence => Test == TextTest.ContainsIgnoreCase ? Precedence.Primary : Precedence.Comparison;

    internal override void Write(StringBuilder text)
    {
        if (Test == TextTest.ContainsIgnoreCase)
        {
            text.Append("containsIgnoreCase(");
            Left.Write(text);
            text.Append(", ");
            Right.Write(text);
            text.Append(')');
            return;
        }

        Left.Write(text, Precedence.Sum);
        text.Append(Test == TextTest.StartsWith ? " startsWith " : " contains ");
        Right.Write(text, Precedence.Sum);
    }
}
