namespace FinancialFirewall.Evaluation.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="Points">From left to right, each value from 0 to 1.</param>
/// <param name="IsReference">Whether it is drawn dashed, as something to compare with.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<(double X, double Y)> Points, bool IsReference = false);
