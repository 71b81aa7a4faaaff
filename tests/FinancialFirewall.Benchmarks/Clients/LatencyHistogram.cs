using System.Numerics;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>Counts times in buckets that are at most 1/128 of their value wide, up to days. For one thread at a time.</summary>
internal sealed class LatencyHistogram
{
    private const int PrecisionBits = 7;
    private const int Half = 1 << PrecisionBits;

    private readonly long[] counts = new long[(64 - PrecisionBits + 1) * Half];
    private long longest;
    private long total;

    /// <summary>Adds a time some times.</summary>
    public void Add(TimeSpan time, long times = 1)
    {
        var ticks = Math.Max(0, time.Ticks);
        counts[IndexOf(ticks)] += times;
        longest = Math.Max(longest, ticks);
        total += times;
    }

    /// <summary>What was added, rounded up to the end of a bucket.</summary>
    public LatencySummary Summarise() => new(total, Percentile(0.5), Percentile(0.99), Percentile(0.999), new TimeSpan(longest));

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        (longest, total) = (0, 0);
    }

    private TimeSpan Percentile(double share)
    {
        var rank = (long)Math.Ceiling(total * share);
        for (var i = 0; i < counts.Length; i++)
        {
            rank -= counts[i];
            if (rank <= 0)
            {
                return new TimeSpan(Math.Min(longest, EndOf(i)));
            }
        }

        return new TimeSpan(longest);
    }

    /// <summary>Values below 2·<see cref="Half"/> have a bucket each; above, each doubling is cut into <see cref="Half"/> buckets.</summary>
    private static int IndexOf(long ticks)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)ticks | 1) - PrecisionBits);
        return (shift * Half) + (int)(ticks >> shift);
    }

    private static long EndOf(int index)
    {
        var shift = Math.Max(0, (index / Half) - 1);
        return ((index - ((long)shift * Half) + 1) << shift) - 1;
    }
}
