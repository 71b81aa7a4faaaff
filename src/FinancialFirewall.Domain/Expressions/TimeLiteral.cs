using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A time that is written out, RFC 3339 in quotes, beside another time: <c>initiatedAt &lt; "2026-03-01T12:00:00Z"</c>.</summary>
public sealed record TimeLiteral : Expression
{
    internal TimeLiteral(Instant value)
        : base(ValueType.Time, 0) => Value = value;

    /// <summary>The time.</summary>
    public Instant Value { get; }

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text) => text.Append('"').Append(Value.ToString()).Append('"');
}
