using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What recording has to know of a series for each payment: of all series together in a line or two of memory.</summary>
/// <param name="Kind">What the buckets hold.</param>
/// <param name="OverText">Whether values are told apart as texts rather than numbers.</param>
/// <param name="Window">The window whose contributions fill it.</param>
/// <param name="Total">Its first window's running total; -1 where it has none.</param>
/// <param name="MoreTotals">Those of its further windows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordingStep(SeriesKind Kind, bool OverText, int Window, int Total, int[] MoreTotals)
{
    /// <summary>The step of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="layouts">The windows of its plan.</param>
    public static RecordingStep Of(SeriesLayout series, WindowLayout[] layouts)
    {
        var window = series.Windows[0];
        return new(series.Kind, layouts[window].OverText, window, layouts[window].Total, series.HasTotals ? [.. series.Windows[1..].Select(more => layouts[more].Total)] : []);
    }
}
