using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>One entry's row, as what it is made of: header, running totals, series.</summary>
internal readonly ref struct EntryView(Span<byte> row, WindowPlan plan, BlockPool pool)
{
    private readonly ref EntryHeader header = ref MemoryMarshal.AsRef<EntryHeader>(row);
    private readonly Span<RunningTotal> totals = MemoryMarshal.Cast<byte, RunningTotal>(row[plan.TotalsOffset..plan.SeriesOffset]);
    private readonly Span<SeriesState> series = MemoryMarshal.Cast<byte, SeriesState>(row[plan.SeriesOffset..]);

    /// <summary>What is kept besides the windows.</summary>
    public ref EntryHeader Header => ref header;

    /// <summary>One series.</summary>
    public SeriesView Series(int number) => new(plan, pool, ref header, ref series[number], totals, number);

    /// <summary>Moves the clock on: what has left the windows is dropped. A time before the entry's clock changes nothing.</summary>
    public void Advance(long at)
    {
        if (at <= header.Latest)
        {
            return;
        }

        for (var i = 0; i < series.Length; i++)
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
