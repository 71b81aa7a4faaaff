using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Scoring;

/// <summary>
/// The score as the factors that hold come in, in the table's order. Integers of 1/10,000 throughout:
/// SUM is min(1, Σ w); NOISY_OR is 1 − Π(1 − w), rounded half to even after each factor; MAX is the greatest w.
/// </summary>
/// <param name="method">How the weights make the score.</param>
[StructLayout(LayoutKind.Auto)]
public struct ScoreAccumulator(ScoringMethod method)
{
    private int total;

    /// <summary>The score of the factors so far, 0 to 1.</summary>
    public readonly Score Score => new(total);

    /// <summary>Takes in a factor that holds.</summary>
    /// <param name="weight">Its weight, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Score weight)
        => total = method == ScoringMethod.Sum ? Math.Min(Score.One, total + weight.TenThousandths) : Join(weight);

    private readonly int Join(Score weight) => method switch
    {
        ScoringMethod.NoisyOr => Score.One - DivideHalfToEven((Score.One - total) * (Score.One - weight.TenThousandths)),
        ScoringMethod.Max => Math.Max(total, weight.TenThousandths),
        _ => throw new InvalidOperationException($"There is no scoring method {method}."),
    };

    // 1 − x has a tie exactly where x has one, and 10,000 is even, so rounding the complement rounds the score alike.
    private static int DivideHalfToEven(int product)
    {
        var (quotient, rest) = Math.DivRem(product, Score.One);
        return (rest * 2).CompareTo(Score.One) switch
        {
            < 0 => quotient,
            > 0 => quotient + 1,
            _ => quotient + (quotient & 1),
        };
    }
}
