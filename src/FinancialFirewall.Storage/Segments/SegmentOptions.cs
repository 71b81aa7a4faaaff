namespace FinancialFirewall.Storage.Segments;

/// <summary>The sizes of segments.</summary>
public sealed record SegmentOptions
{
    /// <summary>How many neighbouring segments of about one size become one. Default: 8; at least 2.</summary>
    public int MergeCount { get; init; } = 8;

    /// <summary>Segments that together have more bytes than this are not merged any more. Default: 8 GiB.</summary>
    public long MaximumBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>How much of what was read lately stays in memory, in bytes. Default: 64 MiB.</summary>
    public long CacheBytes { get; init; } = 64L * 1024 * 1024;

    internal void Check()
    {
        if (MergeCount < 2 || MaximumBytes < 1 || CacheBytes < 0)
        {
            throw new InvalidOperationException($"{this} cannot work: at least two segments are merged, and sizes are positive.");
        }
    }
}
