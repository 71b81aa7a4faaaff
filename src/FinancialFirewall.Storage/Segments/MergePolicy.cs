namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Which neighbouring segments of a tenant become one. Only those whose newest records are of the same <see cref="SegmentOptions.Period"/> do, so that
/// every segment's end comes, and it can be removed as a whole.
/// <list type="bullet">
/// <item>In the present period: the newest are merged as soon as there are enough of them, or as many as may become one; as far back as the oldest is not larger than
/// all newer ones together. So a record comes into a segment of at least twice the size each time it is copied, and a tenant has few segments of each size.</item>
/// <item>When it is quiet, all segments of a period that is over become one.</item>
/// </list>
/// No more than <see cref="SegmentOptions.MaximumBytes"/> come together.
/// </summary>
internal static class MergePolicy
{
    /// <summary>The segments to merge next; an empty range where nothing is worth it.</summary>
    /// <param name="segments">A tenant's segments, oldest first.</param>
    /// <param name="options">The sizes.</param>
    /// <param name="count">From how many on it is worth it in the present period.</param>
    /// <param name="isQuiet">Whether there is nothing else to do.</param>
    public static (int Start, int End) Pick(IReadOnlyList<MergeCandidate> segments, SegmentOptions options, int count, bool isQuiet)
    {
        var present = segments.Count;
        while (present > 0 && IsSamePeriod(segments[^1], segments[present - 1], options))
        {
            present--;
        }

        var picked = PickNewest(segments, present, options, count);
        return picked.Start == picked.End && isQuiet ? PickEnded(segments, present, options) : picked;
    }

    private static (int Start, int End) PickNewest(IReadOnlyList<MergeCandidate> segments, int first, SegmentOptions options, int count)
    {
        var picked = (Start: 0, End: 0);
        var newer = 0L;
        for (var start = segments.Count - 1; start >= first && newer + segments[start].Bytes <= options.MaximumBytes; start--)
        {
            var oldest = segments[start].Bytes;
            var isFull = newer + oldest > options.MaximumBytes / 2 && start > first && newer + oldest + segments[start - 1].Bytes > options.MaximumBytes;
            if (oldest <= newer && (segments.Count - start >= count || isFull))
            {
                picked = (start, segments.Count);
            }

            newer += oldest;
        }

        return picked;
    }

    private static (int Start, int End) PickEnded(IReadOnlyList<MergeCandidate> segments, int end, SegmentOptions options)
    {
        for (var start = 0; start < end;)
        {
            var next = Extend(segments, start, end, options);
            if (next - start > 1)
            {
                return (start, next);
            }

            start = next;
        }

        return default;
    }

    /// <summary>The end of the neighbours that can be merged with the first: at least one behind it.</summary>
    private static int Extend(IReadOnlyList<MergeCandidate> segments, int start, int end, SegmentOptions options)
    {
        var (next, bytes) = (start + 1, segments[start].Bytes);
        while (next < end && IsSamePeriod(segments[start], segments[next], options)
            && bytes + segments[next].Bytes <= options.MaximumBytes)
        {
            bytes += segments[next++].Bytes;
        }

        return next;
    }

    private static bool IsSamePeriod(in MergeCandidate left, in MergeCandidate right, SegmentOptions options)
        => PeriodOf(left.LastAt, options) == PeriodOf(right.LastAt, options);

    private static long PeriodOf(long at, SegmentOptions options) => (long)Math.Floor((double)at / (options.Period.Ticks / TimeSpan.TicksPerMicrosecond));
}
