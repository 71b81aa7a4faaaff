namespace FinancialFirewall.Domain.Expressions;

/// <summary>Numbers as whole units of 10^-n, which is how payments, scores and histories keep them.</summary>
internal static class ScaledUnits
{
    /// <summary>No currency has more decimals.</summary>
    public const int MaximumCurrencyDecimals = 4;

    /// <summary>Decimals of a score.</summary>
    public const int ScoreDecimals = 4;

    /// <summary>Decimals of a degree.</summary>
    public const int DegreeDecimals = 6;

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The number that some units stand for, exactly.</summary>
    public static decimal ToDecimal(long units, int decimals)
        => new((int)Magnitude(units), (int)(Magnitude(units) >> 32), 0, units < 0, (byte)decimals);

    /// <summary>10 to the power of 0 to 6.</summary>
    public static long Power(int exponent) => Powers[exponent];

    /// <summary>How many decimals the numbers of an aggregate have.</summary>
    public static int DecimalsOf(ArgumentForm form, int baseCurrencyDecimals) => form switch
    {
        ArgumentForm.BaseAmount => baseCurrencyDecimals,
        ArgumentForm.OriginalAmount => MaximumCurrencyDecimals,
        ArgumentForm.Degrees => DegreeDecimals,
        _ => 0,
    };

    private static ulong Magnitude(long units) => units < 0 ? (ulong)-(units + 1) + 1 : (ulong)units;
}
