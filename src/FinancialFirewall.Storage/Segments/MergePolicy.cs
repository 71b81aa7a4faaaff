namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Which segments become one. A segment's tier is how often its size can be divided by <see cref="SegmentOptions.MergeCount"/>; as soon as that many of the
/// newest segments are of a tier or below, they are merged. A tenant has thus few segments for each tier, and a record is copied about once a tier.
/// </summary>
internal static class MergePolicy
{
    /// <summary>The segments to merge next, oldest first; none where nothing is worth it.</summary>
    /// <param name="segments">A tenant's segments, oldest first.</param>
    /// <param name="options">The sizes.</param>
    /// <param name="count">From how many on it is worth it.</param>
    public static IReadOnlyList<Segment> Pick(IReadOnlyList<Segment> segments, SegmentOptions options, int count)
    {
        var highest = segments.Count == 0 ? 0 : segments.Max(segment => TierOf(segment.Entry.Length, options.MergeCount));
        for (var tier = 0; tier <= highest; tier++)
        {
            var (start, bytes) = (segments.Count, 0L);
            while (start > 0 && TierOf(segments[start - 1].Entry.Length, options.MergeCount) <= tier
                && bytes + segments[start - 1].Entry.Length <= options.MaximumBytes)
            {
                bytes += segments[--start].Entry.Length;
            }

            if (segments.Count - start >= count)
            {
                return [.. segments.Skip(start)];
            }
        }

        return [];
    }

    private static int TierOf(long length, int factor)
    {
        const long Smallest = 1024 * 1024;
        var (tier, size) = (0, Math.Max(1, length / Smallest));
        for (; size >= factor; size /= factor)
        {
            tier++;
        }

        return tier;
    }
}
