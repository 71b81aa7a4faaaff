namespace FinancialFirewall.Domain.Histories;

/// <summary>One series of buckets that each entry keeps, and the windows that read it.</summary>
/// <param name="Kind">What the buckets hold.</param>
/// <param name="Width">The buckets' width in microseconds.</param>
/// <param name="Windows">The numbers of the windows that read it, in the plan's order; the first one's contributions fill it.</param>
/// <param name="Longest">The length of the longest of them, in microseconds.</param>
internal sealed record SeriesLayout(SeriesKind Kind, long Width, int[] Windows, long Longest)
{
    /// <summary>Whether each window keeps a <see cref="RunningTotal"/>.</summary>
    public bool HasTotals => Kind is SeriesKind.Count or SeriesKind.Sum;
}
