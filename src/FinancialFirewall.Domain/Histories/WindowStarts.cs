namespace FinancialFirewall.Domain.Histories;

/// <summary>The first bucket of each window at one time, kept because the payments of a batch share their time. Not safe for use from several threads.</summary>
internal sealed class WindowStarts(WindowPlan plan)
{
    private readonly long[] ofWindows = new long[plan.Layouts.Length];
    private readonly long[] ofSeries = new long[plan.Series.Length];
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

    private void MoveTo(long at)
    {
        if (at != knownAt)
        {
            Find(at);
        }
    }

    private void Find(long at)
    {
        for (var i = 0; i < ofWindows.Length; i++)
        {
            ofWindows[i] = BucketTime.FirstBucket(at, plan.Layouts[i].Length, plan.Series[plan.Layouts[i].Series].Width);
        }

        for (var i = 0; i < ofSeries.Length; i++)
        {
            ofSeries[i] = BucketTime.FirstBucket(at, plan.Series[i].Longest, plan.Series[i].Width);
        }

        knownAt = at;
    }
}
