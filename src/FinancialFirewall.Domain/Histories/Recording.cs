namespace FinancialFirewall.Domain.Histories;

/// <summary>Takes payments into series.</summary>
internal static class Recording
{
    /// <summary>Takes a contribution into a series at the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool Record(ref SeriesView series, int window, in Contribution contribution, ReadOnlySpan<byte> payment, bool accepted)
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
