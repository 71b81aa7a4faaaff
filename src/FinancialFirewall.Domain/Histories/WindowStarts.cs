using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What the windows' buckets are at one time, kept because the payments of a batch share their time. Not safe for use from several threads.</summary>
internal sealed class WindowStarts(WindowPlan plan)
{
    private readonly long[] ofWindows = new long[plan.Layouts.Length];
    private readonly long[] ofSeries = new long[plan.Series.Length];
    private readonly long[] latest = new long[plan.Series.Length];
    private long firstEnd;
    private long knownAt = long.MinValue;

    /// <summary>The first bucket of a window at a time.</summary>
    public long OfWindow(int window, long at)
    {
        MoveTo(at);
        return ofWindows[window];
    }

    /// <summary>The first bucket of a series' longest window at a time.</summary>
    public long OfSeries(int series, long at)
    {
        MoveTo(at);
        return ofSeries[series];
    }

    /// <summary>The bucket of each series that a time falls into.</summary>
    public ReadOnlySpan<long> LatestBuckets(long at)
    {
        MoveTo(at);
        return latest;
    }

    /// <summary>When what is recorded at a time leaves the first window.</summary>
    public long FirstEndOf(long at)
    {
        MoveTo(at);
        return firstEnd;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveTo(long at)
    {
        if (at != knownAt)
        {
            Find(at);
        }
    }

    private void Find(long at)
    {
        for (var i = 0; i < ofSeries.Length; i++)
        {
            ofSeries[i] = BucketTime.FirstBucket(at, plan.Series[i].Longest, plan.Series[i].Width);
            latest[i] = BucketTime.BucketOf(at, plan.Series[i].Width);
        }

        firstEnd = long.MaxValue;
        for (var i = 0; i < ofWindows.Length; i++)
        {
            ref readonly var window = ref plan.Layouts[i];
            var width = plan.Series[window.Series].Width;
            ofWindows[i] = BucketTime.FirstBucket(at, window.Length, width);
            firstEnd = Math.Min(firstEnd, BucketTime.EndOf(latest[window.Series], window.Length, width));
        }

        knownAt = at;
    }
}
