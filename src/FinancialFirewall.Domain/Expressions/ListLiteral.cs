using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A list that is written out: <c>["DE", "FR"]</c>, <c>[100, 200]</c>. Literals of one type, at least one.</summary>
public sealed record ListLiteral : Expression
{
    internal ListLiteral(EquatableList<Expression> items)
        : base(ValueType.List, 1)
    {
        Items = items;
        ItemType = items[0].Type;
    }

    /// <summary>The items, in order.</summary>
    public EquatableList<Expression> Items { get; }

    /// <summary>The type of each item.</summary>
    public ValueType ItemType { get; }

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text)
    {
        text.Append('[');
        Printing.Join(text, Items, ", ", Precedence.Disjunction);
        text.Append(']');
    }
}
