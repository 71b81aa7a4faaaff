using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Holds when all its conditions hold: <c>a and b and c</c>. Two conditions or more, none of them a conjunction itself.</summary>
public sealed record AndExpression : Expression
{
    internal AndExpression(EquatableList<Expression> items)
        : base(ValueType.Truth, items.Max(static item => item.Depth)) => Items = items;

    /// <summary>The conditions, in order.</summary>
    public EquatableList<Expression> Items { get; }

    internal override Precedence Precedence => Precedence.Conjunction;

    internal override void Write(StringBuilder text) => Printing.Join(text, Items, " and ", Precedence.Negation);
}
