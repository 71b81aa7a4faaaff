using System.Globalization;

namespace FinancialFirewall.Domain.Scoring;

/// <summary>A score or a weight, 0 to 1, as an integer of 1/10,000: no floating point decides anything.</summary>
/// <param name="TenThousandths">0 to 10,000.</param>
public readonly record struct Score(int TenThousandths) : IComparable<Score>
{
    /// <summary>What stands for 1.0000.</summary>
    public const int One = 10_000;

    /// <inheritdoc/>
    public int CompareTo(Score other) => TenThousandths.CompareTo(other.TenThousandths);

    /// <summary>Whether one score is below another.</summary>
    public static bool operator <(Score left, Score right) => left.TenThousandths < right.TenThousandths;

    /// <summary>Whether one score is above another.</summary>
    public static bool operator >(Score left, Score right) => left.TenThousandths > right.TenThousandths;

    /// <summary>Whether one score is not above another.</summary>
    public static bool operator <=(Score left, Score right) => left.TenThousandths <= right.TenThousandths;

    /// <summary>Whether one score is not below another.</summary>
    public static bool operator >=(Score left, Score right) => left.TenThousandths >= right.TenThousandths;

    /// <summary>The score as a decimal, exactly.</summary>
    public decimal ToDecimal() => new(TenThousandths, 0, 0, isNegative: false, scale: 4);

    /// <summary>Four decimals, as in <c>0.3000</c>.</summary>
    public override string ToString() => ToDecimal().ToString("0.0000", CultureInfo.InvariantCulture);
}
