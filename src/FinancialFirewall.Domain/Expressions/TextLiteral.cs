using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A text that is written out.</summary>
public sealed record TextLiteral : Expression
{
    internal TextLiteral(string value)
        : base(ValueType.Text, 0)
    {
        if (!Printing.IsWellFormed(value))
        {
            throw new ArgumentException("Half of a surrogate pair is no text.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text) => Printing.Quote(text, Value);
}
