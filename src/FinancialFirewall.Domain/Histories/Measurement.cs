using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Works out what windows answer, changing nothing.</summary>
internal static class Measurement
{
    /// <summary>What tells values apart in a distinct count: the number itself, or the text's hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long DistinctBits(in Contribution contribution, bool overText) => overText ? (long)contribution.TextHash : contribution.Number;

    /// <summary>Answers every window of an entry at a time, with one payment included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure(
        HistoryTable table, int entry, long at, ReadOnlySpan<Contribution> contributions, Span<AggregateValue> values)
    {
        if (entry == HistoryTable.Unseen)
        {
            MeasureFirst(table.Plan, contributions, values);
            return;
        }

        var view = table.Entry(entry);
        var block = view.Block;
        ref readonly var header = ref EntryStore.HeaderOf(block);
        at = Math.Max(at, header.Latest);
        var isSettled = header.IsSettledAt(at);
        var settled = view.Settled(block);
        var layouts = table.Plan.Layouts;
        for (var i = 0; i < layouts.Length; i++)
        {
            ref readonly var contribution = ref contributions[i];
            if (!isSettled || contribution.Unknown || !settled.TryMeasure(layouts[i], contribution, ref values[i]))
            {
                MeasureTheLongerWay(view, i, at, contribution, ref values[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MeasureFirst(WindowPlan plan, ReadOnlySpan<Contribution> contributions, Span<AggregateValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = contributions[i].Unknown ? AggregateValue.Unknown : First(plan.Layouts[i].Function, contributions[i]);
        }
    }

    // A method of its own: its view of the series would keep the variables of the usual way out of registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MeasureTheLongerWay(EntryView entry, int window, long at, in Contribution contribution, ref AggregateValue value)
        => value = contribution.Unknown ? AggregateValue.Unknown : Measure(entry.Series(entry.Plan.Layouts[window].Series), window, at, contribution);

    private static AggregateValue First(AggregateFunction function, in Contribution contribution) => function switch
    {
        AggregateFunction.Count or AggregateFunction.Distinct => AggregateValue.OfNumber(contribution.Counts ? 1 : 0),
        AggregateFunction.Sum => AggregateValue.OfNumber(contribution.Counts ? contribution.Number : 0),
        AggregateFunction.Last => AggregateValue.Absent,
        _ => contribution.Counts ? AggregateValue.OfNumber(contribution.Number) : AggregateValue.Absent,
    };

    private static AggregateValue Measure(in SeriesView series, int window, long at, in Contribution contribution)
    {
        ref readonly var layout = ref series.Window(window);
        var oldestAge = series.OldestAge(at, window);
        if (series.Misses(oldestAge))
        {
            return AggregateValue.Unknown;
        }

        // The usual functions first: a jump by a table would cost more than these questions.
        if (layout.Function == AggregateFunction.Count)
        {
            return Count(RunningSeries.Measure<CountBucket>(series, window, oldestAge), contribution);
        }

        if (layout.Function == AggregateFunction.Sum)
        {
            return Sum(RunningSeries.Measure<ValueBucket>(series, window, oldestAge), contribution);
        }

        return layout.Function switch
        {
            AggregateFunction.Average => Average(RunningSeries.Measure<ValueBucket>(series, window, oldestAge), contribution),
            AggregateFunction.Distinct => DistinctSeries.Measure(series, oldestAge, contribution.Counts, DistinctBits(contribution, layout.OverText)),
            AggregateFunction.Last => LastSeries.Measure(series, at, layout.Length),
            _ => Extreme(series, oldestAge, contribution),
        };
    }

    private static AggregateValue Count(in RunningTotal total, in Contribution contribution) => Whole(total, contribution.Counts ? 1 : 0, 1);

    private static AggregateValue Sum(in RunningTotal total, in Contribution contribution)
        => Whole(total, contribution.Counts ? contribution.Number : 0, 1);

    private static AggregateValue Average(in RunningTotal total, in Contribution contribution)
    {
        var payments = total.Payments + (contribution.Counts ? 1 : 0);
        return payments == 0 ? AggregateValue.Absent : Whole(total, contribution.Counts ? contribution.Number : 0, payments);
    }

    private static AggregateValue Whole(in RunningTotal total, long added, int denominator)
        => total.TrySum(added, out var numerator)
            ? new AggregateValue(AggregateKind.Number, Saturated: false, numerator, denominator, default)
            : AggregateValue.Unknown;

    private static AggregateValue Extreme(in SeriesView series, long oldestAge, in Contribution contribution)
    {
        if (!ExtremeSeries.TryMeasure(series, oldestAge, out var extreme))
        {
            return contribution.Counts ? AggregateValue.OfNumber(contribution.Number) : AggregateValue.Absent;
        }

        return AggregateValue.OfNumber(contribution.Counts ? ExtremeSeries.MoreExtreme(series.Layout.Kind, extreme, contribution.Number) : extreme);
    }
}
