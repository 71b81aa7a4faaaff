using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Holds when one of its conditions holds: <c>a or b or c</c>. Two conditions or more, none of them a disjunction itself.</summary>
public sealed record OrExpression : Expression
{
    internal OrExpression(EquatableList<Expression> items)
        : base(ValueType.Truth, items.Max(static item => item.Depth)) => Items = items;

    /// <summary>The conditions, in order.</summary>
    public EquatableList<Expression> Items { get; }

    internal override Precedence Precedence => Precedence.Disjunction;

    internal override void Write(StringBuilder text) => Printing.Join(text, Items, " or ", Precedence.Conjunction);
}
