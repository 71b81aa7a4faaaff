namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Which neighbouring segments of a tenant become one. Only those whose newest records are of the same <see cref="SegmentOptions.Period"/> do, so that
/// every segment's end comes, and it can be removed as a whole.
/// <list type="bullet">
/// <item>In the present period: a segment's tier is how often its size can be divided by <see cref="SegmentOptions.MergeCount"/>; as soon as that many of the newest
/// are of a tier or below, they are merged. A tenant has thus few segments for each tier, and a record is copied about once a tier.</item>
/// <item>When it is quiet, all segments of a period that is over become one, and what is not packed is packed.</item>
/// </list>
/// No more than <see cref="SegmentOptions.MaximumBytes"/> come together.
/// </summary>
internal static class MergePolicy
{
    /// <summary>A segment with less than this left unpacked waits for its neighbours.</summary>
    public const long WorthPacking = 1024 * 1024;

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

        var picked = PickByTier(segments, present, options, count);
        if (picked.Start == picked.End && isQuiet)
        {
            picked = PickEnded(segments, present, options);
            picked = picked.Start == picked.End ? PickLoose(segments, options) : picked;
        }

        return picked;
    }

    private static (int Start, int End) PickByTier(IReadOnlyList<MergeCandidate> segments, int first, SegmentOptions options, int count)
    {
        var highest = segments.Skip(first).Select(segment => TierOf(segment.Bytes, options.MergeCount)).DefaultIfEmpty().Max();
        for (var tier = 0; tier <= highest; tier++)
        {
            var (start, bytes) = (segments.Count, 0L);
            while (start > first && TierOf(segments[start - 1].Bytes, options.MergeCount) <= tier
                && bytes + segments[start - 1].Bytes <= options.MaximumBytes)
            {
                bytes += segments[--start].Bytes;
            }

            if (segments.Count - start >= count)
            {
                return (start, segments.Count);
            }
        }

        return default;
    }

    private static (int Start, int End) PickEnded(IReadOnlyList<MergeCandidate> segments, int end, SegmentOptions options)
    {
        for (var start = 0; start < end;)
        {
            var next = Extend(segments, start, end, options, static _ => true);
            if (next - start > 1)
            {
                return (start, next);
            }

            start = next;
        }

        return default;
    }

    private static (int Start, int End) PickLoose(IReadOnlyList<MergeCandidate> segments, SegmentOptions options)
    {
        for (var start = 0; start < segments.Count; start++)
        {
            if (IsLoose(segments[start]))
            {
                return (start, Extend(segments, start, Math.Min(segments.Count, start + options.MergeCount), options, IsLoose));
            }
        }

        return default;
    }

    /// <summary>The end of the neighbours that can be merged with the first: at least one behind it.</summary>
    private static int Extend(IReadOnlyList<MergeCandidate> segments, int start, int end, SegmentOptions options, Func<MergeCandidate, bool> fits)
    {
        var (next, bytes) = (start + 1, segments[start].Bytes);
        while (next < end && fits(segments[next]) && IsSamePeriod(segments[start], segments[next], options)
            && bytes + segments[next].Bytes <= options.MaximumBytes)
        {
            bytes += segments[next++].Bytes;
        }

        return next;
    }

    private static bool IsLoose(MergeCandidate segment) => segment.LooseBytes >= WorthPacking;

    private static bool IsSamePeriod(in MergeCandidate left, in MergeCandidate right, SegmentOptions options)
        => PeriodOf(left.LastAt, options) == PeriodOf(right.LastAt, options);

    private static long PeriodOf(long at, SegmentOptions options) => (long)Math.Floor((double)at / (options.Period.Ticks / TimeSpan.TicksPerMicrosecond));

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
