using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The short way for an entry whose windows are settled (<see cref="EntryHeader.IsSettledAt"/>): what its windows answer is in the running totals, and a
/// payment changes nothing but those and the newest bucket of each series. Whatever is not that simple is left to the longer way, which gives the same.
/// </summary>
internal ref struct SettledEntry
{
    private readonly EntryStore store;
    private readonly WindowPlan plan;
    private readonly int entry;
    private Span<byte> block;
    private Span<RunningTotal> totals;

    /// <summary>The short way for an entry.</summary>
    /// <param name="store">The entries.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="block">The entry's block as it is now.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SettledEntry(EntryStore store, int entry, Span<byte> block)
    {
        this.store = store;
        this.entry = entry;
        plan = store.Plan;
        Bind(block);
    }

    /// <summary>The entry's block; another one once the entry has grown.</summary>
    public readonly Span<byte> Block => block;

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="contribution">What the payment adds to it; not unknown.</param>
    /// <param name="value">Takes the value.</param>
    /// <returns>False where the longer way has to be taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryMeasure(int window, in Contribution contribution, ref AggregateValue value)
    {
        ref readonly var layout = ref plan.Layouts[window];
        if (layout.Function is AggregateFunction.Count or AggregateFunction.Sum)
        {
            var added = !contribution.Counts ? 0 : layout.Function == AggregateFunction.Count ? 1 : contribution.Number;
            if (totals[layout.Total].TrySum(added, out var sum))
            {
                value.SetNumber(sum);
            }
            else
            {
                value = AggregateValue.Unknown;
            }

            return true;
        }

        if (layout.Function != AggregateFunction.Distinct || layout.Length != plan.Series[layout.Series].Longest)
        {
            return false;
        }

        var items = EntryStore.Items<ValueBucket>(block, EntryStore.RunIn(block, plan, layout.Series));
        DistinctSeries.Measure(items, contribution.Counts, Measurement.DistinctBits(contribution, layout.OverText), ref value);
        return true;
    }

    /// <summary>Takes a contribution into a series.</summary>
    /// <param name="number">The series.</param>
    /// <param name="bucket">The bucket of the entry's clock.</param>
    /// <param name="contribution">What the payment adds to it; it counts.</param>
    /// <returns>False, with nothing changed, where the longer way has to be taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRecord(int number, long bucket, in Contribution contribution)
    {
        var series = plan.Series[number];
        return series.Kind == SeriesKind.Count ? TryCount(series, number, bucket)
            : series.Kind == SeriesKind.Sum ? TrySum(series, number, bucket, contribution.Number)
            : series.Kind == SeriesKind.Distinct && TrySee(number, bucket, Measurement.DistinctBits(contribution, plan.Layouts[series.Windows[0]].OverText));
    }

    /// <summary>Takes over a block that the entry was given meanwhile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bind(Span<byte> current)
    {
        block = current;
        totals = EntryStore.TotalsIn(block, plan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryCount(SeriesLayout series, int number, long bucket)
    {
        var added = CountBucket.First(bucket);
        if (!TryCountInNewest(number, added.Stamp) && !TryAppend(number, added))
        {
            return false;
        }

        foreach (var total in series.Totals)
        {
            added.AddTo(ref totals[total]);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryCountInNewest(int number, int stamp)
    {
        ref readonly var run = ref EntryStore.RunIn(block, plan, number);
        if (run.Count == 0)
        {
            return false;
        }

        ref var newest = ref EntryStore.Newest<CountBucket>(block, run);
        if (newest.Stamp != stamp || newest.Payments == CountBucket.MaximumPayments)
        {
            return false;
        }

        newest = newest.Next();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TrySum(SeriesLayout series, int number, long bucket, long value)
    {
        var added = new ValueBucket(value, bucket, 1);
        ref readonly var run = ref EntryStore.RunIn(block, plan, number);
        if ((run.Count == 0 || !EntryStore.Newest<ValueBucket>(block, run).TryJoin(added)) && !TryAppend(number, added))
        {
            return false;
        }

        foreach (var total in series.Totals)
        {
            added.AddTo(ref totals[total]);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TrySee(int number, long bucket, long value)
    {
        var added = new ValueBucket(value, bucket, 0);
        var items = EntryStore.Items<ValueBucket>(block, EntryStore.RunIn(block, plan, number));
        if (!items.IsEmpty && items[^1].Value == value)
        {
            items[^1] = added;
            return true;
        }

        return items.Length < AggregateValue.MaximumDistinct && !DistinctSeries.Contains(items, value) && TryAppend(number, added);
    }

    // Seldom enough to be a call, which leaves room for the rest in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAppend<T>(int number, in T item)
        where T : unmanaged, IBucket
    {
        if (!store.TryAppend(entry, number, item))
        {
            return false;
        }

        Bind(store.Block(entry));
        return true;
    }
}
