using FinancialFirewall.Gateway.Metrics;

namespace FinancialFirewall.Gateway.GraphStatistics;

/// <summary>How many payments were answered in a class of time.</summary>
/// <param name="UntilMs">The longest time of the class, in milliseconds; null for the last.</param>
/// <param name="Count">How many.</param>
internal sealed record ResponseTimeNode(decimal? UntilMs, long Count)
{
    private const decimal MillisecondsPerSecond = 1_000;

    /// <summary>Single payments and those of batches, class by class.</summary>
    public static IReadOnlyList<ResponseTimeNode> Of(TenantMetrics counted)
    {
        var (single, batch) = (counted.Single.Read().Counts, counted.Batch.Read().Counts);
        return [.. single.Select((count, i) => new ResponseTimeNode(BoundOf(i), count + batch[i]))];
    }

    private static decimal? BoundOf(int index)
        => index < LatencyHistogram.BoundsSeconds.Count ? (decimal)LatencyHistogram.BoundsSeconds[index] * MillisecondsPerSecond : null;
}
