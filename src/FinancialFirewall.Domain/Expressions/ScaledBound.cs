using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// A comparison with a constant, moved to whole units: <c>amount &gt; 0.005</c> in cents is <c>cents &gt; 0</c>. Where no number of units decides
/// otherwise it becomes one that always or never holds.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScaledBound(ComparisonOperator Comparison, long Units)
{
    private static ScaledBound Always => new(ComparisonOperator.GreaterOrEqual, long.MinValue);

    private static ScaledBound Never => new(ComparisonOperator.Greater, long.MaxValue);

    /// <summary>Whether it holds always or never, whatever the units are.</summary>
    public bool IsSettled => this == Always || this == Never;

    /// <summary>Moves <c>units × 10^-decimals comparison constant</c> to whole units.</summary>
    public static ScaledBound Of(ComparisonOperator comparison, decimal constant, int decimals)
    {
        const decimal BeyondAll = 1e19m;
        if (decimal.Abs(constant) >= BeyondAll)
        {
            return Beyond(comparison, constant > 0);
        }

        var scaled = constant * ScaledUnits.Power(decimals);
        var whole = decimal.Floor(scaled);
        if (whole > long.MaxValue || whole < long.MinValue)
        {
            return Beyond(comparison, scaled > 0);
        }

        return scaled == whole ? new(comparison, (long)whole) : Between(comparison, (long)whole);
    }

    private static ScaledBound Beyond(ComparisonOperator comparison, bool isAbove) => comparison switch
    {
        ComparisonOperator.Equal => Never,
        ComparisonOperator.NotEqual => Always,
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => isAbove ? Always : Never,
        _ => isAbove ? Never : Always,
    };

    private static ScaledBound Between(ComparisonOperator comparison, long below) => comparison switch
    {
        ComparisonOperator.Equal => Never,
        ComparisonOperator.NotEqual => Always,
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => new(ComparisonOperator.LessOrEqual, below),
        _ => new(ComparisonOperator.Greater, below),
    };
}
