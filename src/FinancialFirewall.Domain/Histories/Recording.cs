using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Takes payments into series.</summary>
internal static class Recording
{
    /// <summary>Takes a payment into each series of an entry, at the entry's clock.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="contributions">What the payment adds to each window of the plan.</param>
    /// <param name="payment">The packed payment.</param>
    /// <param name="accepted">Whether it takes part in sums.</param>
    /// <returns>In how many series there was no room for it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Record(EntryView entry, ReadOnlySpan<Contribution> contributions, ReadOnlySpan<byte> payment, bool accepted)
    {
        var latest = entry.Header.Latest;
        var buckets = entry.Starts.LatestBuckets(latest);
        var outgrown = 0;
        for (var i = 0; (i = entry.RecordQuickly(i, contributions, buckets, accepted)) < entry.Plan.Series.Length; i++)
        {
            outgrown += RecordTheLongerWay(entry, i, contributions[entry.Plan.Steps[i].Window], payment, accepted) ? 0 : 1;
        }

        entry.Header.SettleUntilAtMost(outgrown > 0 ? 0 : entry.Starts.FirstEndOf(latest));
        return outgrown;
    }

    // A method of its own: its view of the series would keep the variables of the usual way out of registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool RecordTheLongerWay(EntryView entry, int number, in Contribution contribution, ReadOnlySpan<byte> payment, bool accepted)
    {
        var series = entry.Series(number);
        return Record(ref series, series.Layout.Windows[0], contribution, payment, accepted);
    }

    /// <summary>Takes a contribution into a series at the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    private static bool Record(ref SeriesView series, int window, in Contribution contribution, ReadOnlySpan<byte> payment, bool accepted)
    {
        // The usual kinds first: a jump by a table would cost more than these questions.
        if (series.Layout.Kind == SeriesKind.Count)
        {
            return RunningSeries.RecordCount(ref series);
        }

        if (series.Layout.Kind == SeriesKind.Sum)
        {
            return !accepted || RunningSeries.RecordSum(ref series, contribution.Number);
        }

        var overText = series.Window(window).OverText;
        return series.Layout.Kind switch
        {
            SeriesKind.Distinct => DistinctSeries.Record(ref series, Measurement.DistinctBits(contribution, overText)),
            SeriesKind.Last => LastSeries.Record(ref series, contribution, payment, overText),
            _ => !accepted || ExtremeSeries.Record(ref series, contribution.Number),
        };
    }
}
