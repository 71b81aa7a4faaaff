namespace FinancialFirewall.Domain.Histories;

/// <summary>Takes payments into series.</summary>
internal static class Recording
{
    /// <summary>Takes a contribution into a series at the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool Record(ref SeriesView series, int window, in Contribution contribution, ReadOnlySpan<byte> payment, bool accepted)
    {
        var overText = series.Window(window).OverText;
        return series.Layout.Kind switch
        {
            SeriesKind.Count => RunningSeries.RecordCount(ref series),
            SeriesKind.Sum => !accepted || RunningSeries.RecordSum(ref series, contribution.Number),
            SeriesKind.Distinct => DistinctSeries.Record(ref series, Measurement.DistinctBits(contribution, overText)),
            SeriesKind.Last => LastSeries.Record(ref series, contribution, payment, overText),
            _ => !accepted || ExtremeSeries.Record(ref series, contribution.Number),
        };
    }
}
