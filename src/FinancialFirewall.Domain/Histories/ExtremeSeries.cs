namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Series of a least or greatest number. A number is kept only while no later one is at least as extreme, so the most extreme of any window is the
/// first that lies inside it. What is released stays until its bucket leaves the window: the numbers that it hid are gone.
/// </summary>
internal static class ExtremeSeries
{
    /// <summary>Finds the extreme of a window.</summary>
    public static bool TryMeasure(in SeriesView series, long oldestAge, out long extreme)
    {
        var items = series.Items<ValueBucket>();
        var first = SeriesView.Before<ValueBucket>(items, series.LatestBucket, oldestAge);
        extreme = first < items.Length ? items[first].Value : 0;
        return first < items.Length;
    }

    /// <summary>The more extreme of two numbers.</summary>
    public static long MoreExtreme(SeriesKind kind, long left, long right) => kind == SeriesKind.Least ? Math.Min(left, right) : Math.Max(left, right);

    /// <summary>Takes in a number at the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool Record(ref SeriesView series, long number)
    {
        var items = series.Items<ValueBucket>();
        var added = new ValueBucket(number, series.LatestBucket, 0);
        var hidden = 0;
        while (hidden < items.Length && MoreExtreme(series.Layout.Kind, items[^(hidden + 1)].Value, number) == number)
        {
            hidden++;
        }

        if (hidden < items.Length && items[^(hidden + 1)].Stamp == added.Stamp)
        {
            return true;
        }

        if (hidden > 0)
        {
            series.DropNewest<ValueBucket>(hidden);
        }

        return series.TryAppend(added);
    }
}
