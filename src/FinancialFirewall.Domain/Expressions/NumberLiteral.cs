using System.Globalization;
using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A number that is written out, kept without trailing zeros.</summary>
public sealed record NumberLiteral : Expression
{
    private const decimal OneInFullPrecision = 1.0000000000000000000000000000m;

    internal NumberLiteral(decimal value)
        : base(ValueType.Number, 0) => Value = value / OneInFullPrecision;

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>Whether the language can spell it: every number of 28 digits is exact, of 29 only some are.</summary>
    internal bool HasFittingDigits
    {
        get
        {
            Span<int> parts = stackalloc int[4];
            decimal.GetBits(Value, parts);
            return new decimal(parts[0], parts[1], parts[2], isNegative: false, scale: 0) < 1e28m;
        }
    }

    internal override Precedence Precedence => Value < 0 ? Precedence.Sign : Precedence.Primary;

    internal override void Write(StringBuilder text) => text.Append(Value.ToString(CultureInfo.InvariantCulture));
}
