namespace FinancialFirewall.Gateway.Metrics;

/// <summary>How long something took, counted in buckets. Safe to use from several threads at once.</summary>
internal sealed class LatencyHistogram
{
    /// <summary>The upper bounds of the buckets, in seconds; one more bucket takes the rest.</summary>
    public static readonly IReadOnlyList<double> BoundsSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly long[] BoundsTicks = [.. BoundsSeconds.Select(bound => TimeSpan.FromSeconds(bound).Ticks)];

    private readonly long[] counts = new long[BoundsTicks.Length + 1];
    private long sumTicks;

    /// <summary>Counts <paramref name="times"/> things that took this long each.</summary>
    public void Observe(TimeSpan elapsed, int times = 1)
    {
        var bucket = 0;
        while (bucket < BoundsTicks.Length && elapsed.Ticks > BoundsTicks[bucket])
        {
            bucket++;
        }

        Interlocked.Add(ref counts[bucket], times);
        Interlocked.Add(ref sumTicks, elapsed.Ticks * times);
    }

    /// <summary>How many are in each bucket alone, and how long all took together.</summary>
    public (long[] Counts, TimeSpan Sum) Read()
    {
        var copy = new long[counts.Length];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = Interlocked.Read(ref counts[i]);
        }

        return (copy, new TimeSpan(Interlocked.Read(ref sumTicks)));
    }
}
