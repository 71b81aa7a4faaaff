using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Feeds;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Counts the assessments of a span of time in the facts of segments and of the log, without reading a record.</summary>
internal sealed class SpanReader
{
    private readonly CountQuery query;
    private readonly List<TailView> tail;
    private readonly IReadOnlyList<Segment> segments;
    private readonly CountedPiece[] pieces;

    /// <param name="query">What is counted.</param>
    /// <param name="tail">What was in the log before <paramref name="segments"/> were looked for.</param>
    /// <param name="segments">The tenant's segments.</param>
    public SpanReader(CountQuery query, IReadOnlyList<TailView> tail, IReadOnlyList<Segment> segments)
    {
        (this.query, this.segments) = (query, segments);

        // What was moved meanwhile is in both, and counts once.
        this.tail = [.. tail.Where(view => !segments.Any(segment => segment.Entry.FirstFile <= view.File && view.File <= segment.Entry.LastFile))];
        pieces = [.. Enumerable.Range(0, (int)query.Pieces).Select(i => new CountedPiece(query.From.Plus(i * query.Width)))];
    }

    public async ValueTask<CountedSpan> ReadAsync(CancellationToken cancellationToken)
    {
        var (parts, from) = Choose();
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (part.Segment is { } segment)
            {
                Count(await segment.ReadChunkAsync(part.Place, keeps: false), from);
            }
            else
            {
                Count(part.View!, from);
            }
        }

        return new CountedSpan(pieces, new Instant(from), Position());
    }

    /// <summary>The parts that are counted, the latest first; and from when on that is everything.</summary>
    private (List<Part> Parts, long From) Choose()
    {
        var (from, until) = (query.From.UnixMicroseconds, query.Until.UnixMicroseconds);
        var parts = tail.Select(static view => new Part(view.FirstAt, view.Last.At, view.Count, view, null, default))
            .Concat(segments.SelectMany(static segment => Enumerable.Range(0, segment.Footer.Chunks.Count).Select(i => Part.Of(segment, segment.Footer.Chunks[i]))))
            .Where(part => part.FirstAt < until && part.LastAt >= from)
            .OrderByDescending(static part => part.LastAt)
            .ToList();
        var (chosen, looked) = (0, 0L);
        while (chosen < parts.Count && (looked += parts[chosen].Count) <= query.Records)
        {
            chosen++;
        }

        var whole = chosen == parts.Count ? from : Math.Max(from, parts[chosen].LastAt + 1);
        return (parts[..chosen], whole);
    }

    private void Count(FactChunk chunk, long from)
    {
        var counter = Counter(chunk.Profiles);
        var end = chunk.CountBelow(FactKey.StartOf(query.Until.UnixMicroseconds));
        for (var i = chunk.CountBelow(FactKey.StartOf(from)); i < end; i++)
        {
            counter.Add(chunk[i].At, chunk.ProfileOf(i));
        }

        counter.Flush();
    }

    private void Count(TailView view, long from)
    {
        var counter = Counter(view.Profiles);
        view.Visit(counter.Add, from, query.Until.UnixMicroseconds);
        counter.Flush();
    }

    private PieceCounter Counter(IReadOnlyList<RecordProfile> profiles) => new(pieces, query.From.UnixMicroseconds, query.Step, profiles);

    private FeedPosition Position()
    {
        var ends = new Dictionary<int, long>();
        foreach (var segment in segments)
        {
            foreach (var range in segment.Footer.Records.Partitions)
            {
                ends[range.Partition] = Math.Max(ends.GetValueOrDefault(range.Partition), range.LastSequence);
            }
        }

        tail.ForEach(view => view.CollectEnds(ends));
        return new FeedPosition(ends.Select(static end => new PartitionEnd(end.Key, end.Value)));
    }

    /// <summary>Records that are counted together: those of a view of the log, or of a chunk of a segment.</summary>
    private readonly record struct Part(long FirstAt, long LastAt, int Count, TailView? View, Segment? Segment, ChunkPlace Place)
    {
        public static Part Of(Segment segment, ChunkPlace place) => new(place.FirstAt, place.LastAt, place.Count, null, segment, place);
    }
}
