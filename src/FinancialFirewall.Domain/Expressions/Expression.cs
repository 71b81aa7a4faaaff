using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// One node of a condition, with a type that has been checked. Trees are immutable, equal when they say the same, and made by <see cref="Build"/>
/// or by the parser; printing gives the source language back.
/// </summary>
public abstract record Expression
{
    /// <summary>The deepest tree. A conjunction or disjunction is one level, however many conditions it has.</summary>
    public const int MaximumDepth = 64;

    private protected Expression(ValueType type, int childDepth)
    {
        if (childDepth >= MaximumDepth)
        {
            throw new ArgumentException($"A condition can be nested {MaximumDepth} levels deep, no deeper.", nameof(childDepth));
        }

        Type = type;
        Depth = childDepth + 1;
    }

    /// <summary>What evaluating it gives.</summary>
    public ValueType Type { get; }

    /// <summary>How many levels the tree has, 1 for a leaf.</summary>
    public int Depth { get; }

    /// <summary>How tightly it holds together when printed.</summary>
    internal abstract Precedence Precedence { get; }

    /// <summary>The expression in its one canonical spelling: parsing it gives this tree again.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    /// <inheritdoc cref="Print"/>
    public sealed override string ToString() => Print();

    /// <summary>Appends the canonical spelling.</summary>
    internal abstract void Write(StringBuilder text);

    /// <summary>Appends the canonical spelling, in parentheses where it would otherwise fall apart beside its neighbours.</summary>
    internal void Write(StringBuilder text, Precedence atLeast)
    {
        if (Precedence >= atLeast)
        {
            Write(text);
            return;
        }

        text.Append('(');
        Write(text);
        text.Append(')');
    }
}
