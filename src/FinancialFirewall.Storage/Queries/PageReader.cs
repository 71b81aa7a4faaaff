using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Makes one page of the candidates of one query, and reads no record that is not on it, unless it has to sort by what only records say.</summary>
internal sealed class PageReader(IJournal journal, TenantId tenant, CandidateQueue queue, AssessmentQuery query, CancellationToken cancellationToken)
{
    /// <summary>The page in the kept order.</summary>
    public async ValueTask<Result<AssessmentPage>> ReadAsync(ulong filters)
    {
        var skipped = await SkipAsync();
        if (skipped < query.Skip && queue.HasMore)
        {
            return QueryErrors.TooFar(query.Skip);
        }

        var found = new List<FoundAssessment>();
        var end = FactKey.End;
        while (found.Count < query.Size && await NextAsync() is { } key)
        {
            end = key;
            await AddAsync(found, key);
        }

        var next = queue.HasMore ? AssessmentCursor.Write(Bound(end), filters) : null;
        return new AssessmentPage(found, next, query.CountsMatches ? await CountAsync(skipped + found.Count) : null) { Filters = filters };
    }

    /// <summary>The page in an order for which all matches are sorted.</summary>
    public async ValueTask<Result<AssessmentPage>> SortAsync()
    {
        var keys = new List<FactKey>();
        while (keys.Count <= AssessmentQuery.MaximumCounted && await NextAsync() is { } key)
        {
            keys.Add(key);
        }

        if (keys.Count > AssessmentQuery.MaximumCounted || queue.HasMore)
        {
            return QueryErrors.TooManyToSort();
        }

        var found = new List<FoundAssessment>();
        foreach (var key in (await OrderAsync(keys)).Skip(query.Skip).Take(query.Size))
        {
            await AddAsync(found, key);
        }

        return new AssessmentPage(found, Next: null, query.CountsMatches ? new MatchCount(keys.Count, IsExact: true) : null);
    }

    private async ValueTask<IEnumerable<FactKey>> OrderAsync(List<FactKey> newestFirst)
    {
        if (query.Order == AssessmentOrder.OldestFirst)
        {
            newestFirst.Reverse();
            return newestFirst;
        }

        var scored = new List<(FactKey Key, int Score)>(newestFirst.Count);
        foreach (var key in newestFirst)
        {
            if (await LoadAsync(key) is { } found)
            {
                scored.Add((key, ScoreOf(found)));
            }
        }

        // LINQ's ordering is stable: equals stay newest first.
        return (query.Order == AssessmentOrder.LowestScoreFirst ? scored.OrderBy(static one => one.Score) : scored.OrderByDescending(static one => one.Score))
            .Select(static one => one.Key);
    }

    private static int ScoreOf(FoundAssessment found) => new AssessmentRecord(found.Record.Span).Outcome.Score.TenThousandths;

    private async ValueTask<int> SkipAsync()
    {
        var skipped = 0;
        while (skipped < query.Skip && await NextAsync() is not null)
        {
            skipped++;
        }

        return skipped;
    }

    private async ValueTask<MatchCount> CountAsync(int count)
    {
        while (count < AssessmentQuery.MaximumCounted && await NextAsync() is not null)
        {
            count++;
        }

        return new MatchCount(count, IsExact: !queue.HasMore);
    }

    /// <summary>Where the next page begins. The frontier itself is still to come, unless it is the last one found, for the second time.</summary>
    private FactKey Bound(FactKey end)
    {
        var next = queue.Frontier is { Sequence: < long.MaxValue } frontier ? frontier with { Sequence = frontier.Sequence + (PlantedBugs.SkipRecordInCursor ? 0 : 1) } : queue.Frontier;
        return next < end ? next : end;
    }

    private async ValueTask<FactKey?> NextAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var next = await queue.NextAsync();
        while (next is { } key && IsLeftOut(new RecordAddress(key.Partition, key.Sequence)))
        {
            next = await queue.NextAsync();
        }

        return next;
    }

    private bool IsLeftOut(RecordAddress address) => query.Among?.Contains(address) == false || query.Except?.Contains(address) == true;

    private async ValueTask AddAsync(List<FoundAssessment> page, FactKey key)
    {
        if (await LoadAsync(key) is { } found)
        {
            page.Add(found);
        }
    }

    /// <summary>A record of the index; <see langword="null"/> where it was removed since the index was read.</summary>
    private async ValueTask<FoundAssessment?> LoadAsync(FactKey key)
    {
        if (await journal.ReadRecordAsync(tenant, key.Partition, key.Sequence, cancellationToken) is { } record)
        {
            return new FoundAssessment(new RecordAddress(key.Partition, key.Sequence), record.Bytes);
        }

        return key.Sequence < journal.GetFirstSequence(tenant, key.Partition)
            ? null
            : throw new InvalidOperationException($"Record {key.Sequence} of {tenant}/{key.Partition} is indexed and not there.");
    }
}
