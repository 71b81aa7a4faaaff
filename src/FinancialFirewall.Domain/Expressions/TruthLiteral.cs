using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record TruthLiteral : Expression
{
    internal TruthLiteral(bool value)
        : base(ValueType.Truth, 0) => Value = value;

    /// <summary>Which.</summary>
    public bool Value { get; }

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text) => text.Append(Value ? "true" : "false");
}
