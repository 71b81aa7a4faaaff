using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>One entry, as what it is made of. It holds no references into the entry, and stays right when the entry grows.</summary>
internal readonly ref struct EntryView(EntryStore store, int entry)
{
    /// <summary>What is kept besides windows, key and devices; valid until the entry grows.</summary>
    public ref EntryHeader Header => ref store.Header(entry);

    /// <summary>The windows of each entry.</summary>
    public WindowPlan Plan => store.Plan;

    /// <summary>Where the windows start.</summary>
    public WindowStarts Starts => store.Starts;

    /// <summary>One series; valid until another one grows.</summary>
    public SeriesView Series(int number) => Series(number, Block);

    /// <summary>One series, for a caller that goes through all of them and knows where the entry is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SeriesView Series(int number, Span<byte> block) => new(store, entry, number, block);

    /// <summary>The short way that measuring takes where it can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SettledEntry Settled(Span<byte> block) => new(store.Plan, block);

    /// <summary>Takes a payment the short way into series, from one on, as <see cref="QuickRecording.Record"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RecordQuickly(int from, ReadOnlySpan<Contribution> contributions, ReadOnlySpan<long> buckets, bool accepted)
        => QuickRecording.Record(store, entry, from, contributions, buckets, accepted);

    /// <summary>The entry's block; valid until the entry grows.</summary>
    public Span<byte> Block
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => store.Block(entry);
    }

    /// <summary>Moves the clock on: what has left the windows is dropped. A time before the entry's clock changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(long at)
    {
        ref var header = ref Header;
        if (at <= header.Latest)
        {
            return;
        }

        if (!header.IsSettledAt(at))
        {
            Settle(ref header, at);
        }

        header.Latest = at;
    }

    private void Settle(ref EntryHeader header, long at)
    {
        var block = Block;
        var settledUntil = long.MaxValue;
        for (var i = 0; i < store.Plan.Series.Length; i++)
        {
            var series = Series(i, block);
            Advance(series, at);
            settledUntil = Math.Min(settledUntil, SettledUntil(series));
        }

        header.SettleUntil(settledUntil);
    }

    // What was lost is looked at each time, until it has left the windows.
    private static long SettledUntil(in SeriesView series)
        => series.Lost ? long.MinValue : series.Count == 0 ? long.MaxValue : series.Layout.Kind switch
        {
            SeriesKind.Count => RunningSeries.SettledUntil<CountBucket>(series),
            SeriesKind.Sum => RunningSeries.SettledUntil<ValueBucket>(series),
            SeriesKind.Last => LastSeries.SettledUntil(series),
            _ => series.EndOf(series.Items<ValueBucket>()[0].Stamp, series.Layout.Longest),
        };

    private static void Advance(in SeriesView series, long at)
    {
        var oldestAge = series.OldestAge(at);
        if (series.Lost && !series.Misses(oldestAge))
        {
            series.Recover();
        }

        if (series.Count == 0)
        {
            return;
        }

        // The usual kinds first: a jump by a table would cost more than these questions.
        if (series.Layout.Kind == SeriesKind.Count)
        {
            RunningSeries.Advance<CountBucket>(series, at);
        }
        else if (series.Layout.Kind == SeriesKind.Sum)
        {
            RunningSeries.Advance<ValueBucket>(series, at);
        }
        else if (series.Layout.Kind == SeriesKind.Last)
        {
            LastSeries.Advance(series, at);
        }
        else
        {
            DropExpired(series, oldestAge);
        }
    }

    private static void DropExpired(in SeriesView series, long oldestAge)
    {
        var items = series.Items<ValueBucket>();
        if (SeriesView.Age(items[0].Stamp, series.LatestBucket) > oldestAge)
        {
            series.DropOldest<ValueBucket>(SeriesView.Before<ValueBucket>(items, series.LatestBucket, oldestAge));
        }
    }
}
