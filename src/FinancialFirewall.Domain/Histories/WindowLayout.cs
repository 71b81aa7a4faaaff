namespace FinancialFirewall.Domain.Histories;

/// <summary>Where one window finds its state in an entry.</summary>
/// <param name="Function">What is computed.</param>
/// <param name="Length">The window's length in microseconds.</param>
/// <param name="OverText">Whether it looks at texts rather than numbers.</param>
/// <param name="Series">The number of its series.</param>
/// <param name="Total">The number of its <see cref="RunningTotal"/>; -1 where it needs none.</param>
internal readonly record struct WindowLayout(AggregateFunction Function, long Length, bool OverText, int Series, int Total);
