namespace FinancialFirewall.Domain.Histories;

/// <summary>Series that add up: each of their windows keeps a running total, and takes out of it what leaves the window.</summary>
internal static class RunningSeries
{
    /// <summary>Takes what has left each window at a time out of its total, and drops what no window needs.</summary>
    public static void Advance<T>(in SeriesView series, long at)
        where T : unmanaged, IBucket
    {
        var items = series.Items<T>();
        var latest = series.LatestBucket;
        var needless = items.Length;
        foreach (var window in series.Layout.Windows)
        {
            ref var total = ref series.Total(window);
            var oldestAge = series.OldestAge(at, window);
            while (total.Start < items.Length && SeriesView.Age(items[total.Start].Stamp, latest) > oldestAge)
            {
                items[total.Start++].TakeFrom(ref total);
            }

            needless = Math.Min(needless, total.Start);
        }

        if (needless > 0)
        {
            series.DropOldest<T>(needless);
            foreach (var window in series.Layout.Windows)
            {
                series.Total(window).Start -= (ushort)needless;
            }
        }
    }

    /// <summary>When the next bucket leaves a window.</summary>
    public static long SettledUntil<T>(in SeriesView series)
        where T : unmanaged, IBucket
    {
        var items = series.Items<T>();
        var settledUntil = long.MaxValue;
        foreach (var window in series.Layout.Windows)
        {
            var start = series.Total(window).Start;
            settledUntil = start < items.Length ? Math.Min(settledUntil, series.EndOf(items[start].Stamp, series.Window(window).Length)) : settledUntil;
        }

        return settledUntil;
    }

    /// <summary>A window's total at a time, changing nothing.</summary>
    public static RunningTotal Measure<T>(in SeriesView series, int window, long oldestAge)
        where T : unmanaged, IBucket
    {
        var items = series.Items<T>();
        var latest = series.LatestBucket;
        if (items.IsEmpty || SeriesView.Age(items[^1].Stamp, latest) > oldestAge)
        {
            return default;
        }

        var total = series.Total(window);
        while (SeriesView.Age(items[total.Start].Stamp, latest) > oldestAge)
        {
            items[total.Start++].TakeFrom(ref total);
        }

        return total;
    }

    /// <summary>Works the totals out again from the buckets.</summary>
    public static void Rebuild<T>(in SeriesView series, long at)
        where T : unmanaged, IBucket
    {
        var items = series.Items<T>();
        foreach (var window in series.Layout.Windows)
        {
            ref var total = ref series.Total(window);
            total = default;
            total.Start = (ushort)SeriesView.Before<T>(items, series.LatestBucket, series.OldestAge(at, window));
            foreach (ref readonly var item in items[total.Start..])
            {
                item.AddTo(ref total);
            }
        }
    }

    /// <summary>Counts a payment in the bucket of the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool RecordCount(ref SeriesView series)
    {
        var items = series.Items<CountBucket>();
        var bucket = CountBucket.First(series.LatestBucket);
        if (!items.IsEmpty && items[^1].Stamp == bucket.Stamp && items[^1].Payments < CountBucket.MaximumPayments)
        {
            items[^1] = items[^1].Next();
        }
        else if (!series.TryAppend(bucket))
        {
            return false;
        }

        foreach (var window in series.Layout.Windows)
        {
            bucket.AddTo(ref series.Total(window));
        }

        return true;
    }

    /// <summary>Adds a number to the bucket of the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool RecordSum(ref SeriesView series, long number)
    {
        var items = series.Items<ValueBucket>();
        var added = new ValueBucket(number, series.LatestBucket, 1);
        if ((items.IsEmpty || !items[^1].TryJoin(added)) && !series.TryAppend(added))
        {
            return false;
        }

        foreach (var window in series.Layout.Windows)
        {
            added.AddTo(ref series.Total(window));
        }

        return true;
    }

    /// <summary>Takes a number out of the bucket in which it was recorded, if a window still holds that bucket.</summary>
    /// <returns>Whether there was room for what changed.</returns>
    public static bool Release(ref SeriesView series, long recordedBucket, long number, bool entirely)
    {
        var items = series.Items<ValueBucket>();
        var latest = series.LatestBucket;
        var age = latest - recordedBucket;
        if (age is < 0 or > IBucket.StampMask)
        {
            return true;
        }

        var first = SeriesView.Before<ValueBucket>(items, latest, age);
        var end = first;
        while (end < items.Length && SeriesView.Age(items[end].Stamp, latest) == age)
        {
            end++;
        }

        return first == end || Release(ref series, first, end, number, entirely);
    }

    private static bool Release(ref SeriesView series, int first, int end, long number, bool entirely)
    {
        var payments = entirely && TakePayment(series.Items<ValueBucket>()[first..end]) ? 1 : 0;
        foreach (var window in series.Layout.Windows)
        {
            ref var total = ref series.Total(window);
            if (total.Start <= first)
            {
                total.Take(number);
                total.Payments -= payments;
            }
        }

        foreach (ref var item in series.Items<ValueBucket>()[first..end])
        {
            if (TrySubtract(item.Value, number, out var rest))
            {
                item.Value = rest;
                return true;
            }
        }

        return MakeUp(ref series, first, number);
    }

    // No bucket of that number can take the difference, so two more of the same number take half of it each: a half can always be negated.
    private static bool MakeUp(ref SeriesView series, int first, long number)
    {
        var half = number / 2;
        if (Insert(ref series, first, -half) && Insert(ref series, first, half - number))
        {
            return true;
        }

        Rebuild<ValueBucket>(series, series.Latest);
        return false;
    }

    private static bool Insert(ref SeriesView series, int first, long value)
    {
        var bucket = series.Items<ValueBucket>()[first];
        bucket.Payments = 0;
        bucket.Value = value;
        if (!series.TryInsert(first, bucket))
        {
            return false;
        }

        foreach (var window in series.Layout.Windows)
        {
            ref var total = ref series.Total(window);
            total.Start += (ushort)(total.Start > first ? 1 : 0);
        }

        return true;
    }

    private static bool TakePayment(Span<ValueBucket> items)
    {
        foreach (ref var item in items)
        {
            if (item.Payments > 0)
            {
                item.Payments--;
                return true;
            }
        }

        return false;
    }

    private static bool TrySubtract(long left, long right, out long difference)
    {
        difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) >= 0;
    }
}
