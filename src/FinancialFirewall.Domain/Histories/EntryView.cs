namespace FinancialFirewall.Domain.Histories;

/// <summary>One entry, as what it is made of. It holds no references into the entry, and stays right when the entry grows.</summary>
internal readonly ref struct EntryView(EntryStore store, int entry)
{
    /// <summary>What is kept besides windows, key and devices; valid until the entry grows.</summary>
    public ref EntryHeader Header => ref store.Header(entry);

    /// <summary>One series; valid until another one grows.</summary>
    public SeriesView Series(int number) => new(store, entry, number);

    /// <summary>Moves the clock on: what has left the windows is dropped. A time before the entry's clock changes nothing.</summary>
    public void Advance(long at)
    {
        ref var header = ref Header;
        if (at <= header.Latest)
        {
            return;
        }

        for (var i = 0; i < store.Plan.Series.Length; i++)
        {
            Advance(Series(i), at);
        }

        header.Latest = at;
    }

    private static void Advance(in SeriesView series, long at)
    {
        var oldestAge = series.OldestAge(at, series.Layout.Longest);
        if (series.Lost && !series.Misses(oldestAge))
        {
            series.Recover();
        }

        if (series.Count == 0)
        {
            return;
        }

        switch (series.Layout.Kind)
        {
            case SeriesKind.Count:
                RunningSeries.Advance<CountBucket>(series, at);
                break;
            case SeriesKind.Sum:
                RunningSeries.Advance<ValueBucket>(series, at);
                break;
            case SeriesKind.Last:
                LastSeries.Advance(series, at);
                break;
            default:
                var items = series.Items<ValueBucket>();
                var expired = SeriesView.Before<ValueBucket>(items, series.LatestBucket, oldestAge);
                if (expired > 0)
                {
                    series.DropOldest<ValueBucket>(expired);
                }

                break;
        }
    }
}
