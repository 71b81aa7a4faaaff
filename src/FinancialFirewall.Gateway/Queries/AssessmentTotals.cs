using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>
/// Counts assessments over time, by their first decisions. The numbers come from the indexes, however many payments there are; amounts stand in the records alone, of which
/// the latest are read.
/// </summary>
internal sealed class AssessmentTotals(AssessmentSearch search, PolicyPlaces places)
{
    /// <summary>The most factors of a piece that are named.</summary>
    public const int MaximumFactors = 100;

    /// <summary>The most payments of one decision whose amounts are added up.</summary>
    public const int MaximumSummed = 5_000;

    /// <summary>The numbers; refusals are those of <see cref="AssessmentSearch.CountAsync"/>.</summary>
    public async Task<Result<SpanCounts>> CountAsync(TenantId tenant, CountQuery query, CancellationToken cancellationToken)
    {
        var counted = await search.CountAsync(tenant, query, cancellationToken);
        if (!counted.IsSuccess)
        {
            return Result.Failure<SpanCounts>(counted.Errors);
        }

        var pieces = new List<PieceCounts>(counted.Value.Pieces.Count);
        foreach (var piece in counted.Value.Pieces)
        {
            pieces.Add(new PieceCounts(piece, await NameAsync(tenant, piece)));
        }

        return new SpanCounts(query, counted.Value, pieces);
    }

    /// <summary>The amounts of what was counted, one entry a decision, the mildest first.</summary>
    public async Task<IReadOnlyList<DecisionSums>> SumAsync(TenantId tenant, SpanCounts counts, CancellationToken cancellationToken)
    {
        var sums = new List<DecisionSums>();
        foreach (var decision in Enum.GetValues<Decision>())
        {
            sums.Add(await SumAsync(tenant, counts, decision, cancellationToken));
        }

        return sums;
    }

    private async ValueTask<IReadOnlyList<FactorCount>> NameAsync(TenantId tenant, CountedPiece piece)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (place, count) in piece.Factors)
        {
            var name = await places.FindNameAsync(tenant, place);
            counts[name] = counts.GetValueOrDefault(name) + count;
        }

        return [.. counts.Select(static one => new FactorCount(one.Key, one.Value)).OrderByDescending(static one => one.Count).ThenBy(static one => one.Name, StringComparer.Ordinal).Take(MaximumFactors)];
    }

    private async Task<DecisionSums> SumAsync(TenantId tenant, SpanCounts counts, Decision decision, CancellationToken cancellationToken)
    {
        var (span, sums, oldest) = (counts.Query, new AmountSums(counts.Query), counts.Query.From);
        var query = new AssessmentQuery { From = span.From, Until = span.Until, Decisions = [decision], Size = AssessmentQuery.MaximumSize };
        do
        {
            var page = (await search.FindAsync(tenant, query, cancellationToken)).Value;
            foreach (var found in page.Assessments.Where(found => found.Address.Sequence <= counts.Counted.Position[found.Address.Partition]))
            {
                oldest = sums.Add(new AssessmentRecord(found.Record.Span));
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null && sums.Payments < MaximumSummed);
        return new DecisionSums(decision, query.Cursor is null ? span.From : oldest, sums.ToList());
    }
}
