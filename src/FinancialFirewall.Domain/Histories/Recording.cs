namespace FinancialFirewall.Domain.Histories;

/// <summary>Takes payments into series.</summary>
internal static class Recording
{
    /// <summary>Takes a contribution into a series at the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool Record(in SeriesView series, int window, in Contribution contribution, ReadOnlySpan<byte> payment, bool accepted)
    {
        var overText = series.Window(window).OverText;
        return series.Layout.Kind switch
        {
            SeriesKind.Count => RunningSeries.RecordCount(series),
            SeriesKind.Sum => !accepted || RunningSeries.RecordSum(series, contribution.Number),
            SeriesKind.Distinct => DistinctSeries.Record(series, Measurement.DistinctBits(contribution, overText)),
            SeriesKind.Last => LastSeries.Record(series, contribution, payment, overText),
            _ => !accepted || ExtremeSeries.Record(series, contribution.Number),
        };
    }
}
