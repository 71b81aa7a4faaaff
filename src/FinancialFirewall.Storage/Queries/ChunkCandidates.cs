using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Queries;

/// <summary>What matches in the chunks of a segment, newest chunk first.</summary>
internal sealed class ChunkCandidates : ICandidates
{
    private readonly Segment segment;
    private readonly QueryFilter filter;
    private readonly FactKey end;
    private readonly List<ChunkPlace> places = [];
    private int next;

    public ChunkCandidates(Segment segment, QueryFilter filter, FactKey end)
    {
        (this.segment, this.filter, this.end) = (segment, filter, end);
        var chunks = segment.Footer.Chunks;
        foreach (var chunk in chunks.FirstAt > end.At || chunks.LastAt < filter.From ? [] : chunks.Find(filter.Matches))
        {
            if (chunks[chunk].FirstAt <= end.At && chunks[chunk].LastAt >= filter.From)
            {
                places.Add(chunks[chunk]);
            }
        }
    }

    public FactKey? Bound
        => next == places.Count ? null : FactKey.EndOf(places[next].LastAt) is var last && last < end ? last : end;

    public async ValueTask<IReadOnlyList<FactKey>> OpenAsync()
    {
        var chunk = await segment.ReadChunkAsync(places[next++]);
        var wanted = new bool[chunk.Profiles.Count];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = filter.Matches(chunk.Profiles[i]);
        }

        var found = new List<FactKey>();
        for (var i = chunk.CountBelow(end) - 1; i >= 0 && chunk[i].At >= filter.From; i--)
        {
            if (wanted[chunk.ProfileOf(i)])
            {
                found.Add(chunk[i]);
            }
        }

        return found;
    }
}
