namespace FinancialFirewall.Storage.Segments;

/// <summary>The sizes of segments.</summary>
public sealed record SegmentOptions
{
    /// <summary>How many neighbouring segments of about one size become one. Default: 8; at least 2.</summary>
    public int MergeCount { get; init; } = 8;

    /// <summary>Segments that together have more bytes than this are not merged any more. Default: 8 GiB.</summary>
    public long MaximumBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>
    /// Segments are not merged beyond a period of this length, counted from 1970, so that a segment can be removed at most so long after all of its records
    /// are too old. Default: 90 days.
    /// </summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long no log file must have become complete before there is time for what can wait. Default: one minute.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How much of what was read lately stays in memory, in bytes. Default: 64 MiB.</summary>
    public long CacheBytes { get; init; } = 64L * 1024 * 1024;

    internal void Check()
    {
        if (MergeCount < 2 || MaximumBytes < 1 || CacheBytes < 0 || Period < TimeSpan.FromSeconds(1) || QuietTime < TimeSpan.Zero)
        {
            throw new InvalidOperationException($"{this} cannot work: at least two segments are merged, a period lasts a second at least, and sizes are positive.");
        }
    }
}
