using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Finds assessments by anything but their reference and id, in segments and in the log alike. Many may search at once.</summary>
public sealed class AssessmentSearch
{
    private readonly IJournal journal;
    private readonly FactTail tail;
    private readonly SegmentStore segments;
    private readonly IFactReader facts;

    internal AssessmentSearch(IJournal journal, FactTail tail, SegmentStore segments, IFactReader facts)
    {
        (this.journal, this.tail, this.segments, this.facts) = (journal, tail, segments, facts);
    }

    /// <summary>
    /// A page of what was committed when it was asked for. Following pages to the end finds everything that was committed when the first was asked for, each
    /// once, and of what is committed meanwhile only what is older than the page. Refusals: <c>PAGE_SIZE_INVALID</c>, <c>TIMES_INVALID</c>,
    /// <c>TOO_MANY_VALUES</c>, <c>CURSOR_INVALID</c>.
    /// </summary>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    public async ValueTask<Result<AssessmentPage>> FindAsync(TenantId tenant, AssessmentQuery query, CancellationToken cancellationToken = default)
    {
        if (Check(query) is { } error)
        {
            return error;
        }

        var filter = new QueryFilter(query);
        var end = query.Until is { } until ? FactKey.StartOf(until.UnixMicroseconds) : FactKey.End;
        if (query.Cursor is { } cursor)
        {
            if (AssessmentCursor.Read(cursor, filter.Hash) is not { } place)
            {
                return QueryErrors.Cursor(cursor);
            }

            end = place < end ? place : end;
        }

        return await FindAsync(tenant, filter, end, query.Size, cancellationToken);
    }

    private static Error? Check(AssessmentQuery query)
    {
        if (query.Size is < 1 or > AssessmentQuery.MaximumSize)
        {
            return QueryErrors.Size(query.Size);
        }

        if (query.From is { } from && query.Until is { } until && until <= from)
        {
            return QueryErrors.Times(from.ToString(), until.ToString());
        }

        (string Member, int Count)[] lists =
        [
            ("levels", query.Levels.Count), ("decisions", query.Decisions.Count), ("statuses", query.Statuses.Count),
            ("configurations", query.Configurations.Count), ("factors", query.Factors.Count),
        ];
        foreach (var (member, count) in lists)
        {
            if (count > AssessmentQuery.MaximumValues)
            {
                return QueryErrors.TooMany(member, count);
            }
        }

        return null;
    }

    private async ValueTask<Result<AssessmentPage>> FindAsync(
        TenantId tenant, QueryFilter filter, FactKey end, int size, CancellationToken cancellationToken)
    {
        // The log first: what moves out of it meanwhile is then found twice, and counts once.
        var queue = new CandidateQueue();
        tail.View(tenant).ForEach(view => queue.Add(new TailCandidates(view, filter, end)));
        var acquired = segments.Acquire(tenant, static _ => true);
        try
        {
            foreach (var segment in PlantedBugs.SkipSegmentInQuery ? acquired.SkipLast(1) : acquired)
            {
                queue.Add(filter.AccountHash is { } account
                    ? new AccountCandidates(segment, account, filter, facts, end)
                    : new ChunkCandidates(segment, filter, end));
            }

            return await CollectAsync(tenant, queue, filter, size, cancellationToken);
        }
        finally
        {
            foreach (var segment in acquired)
            {
                await segment.ReleaseAsync();
            }
        }
    }

    private async ValueTask<AssessmentPage> CollectAsync(
        TenantId tenant, CandidateQueue queue, QueryFilter filter, int size, CancellationToken cancellationToken)
    {
        var found = new List<FoundAssessment>();
        var end = FactKey.End;
        while (found.Count < size && await queue.NextAsync() is { } key)
        {
            end = key;
            cancellationToken.ThrowIfCancellationRequested();
            var record = await journal.ReadRecordAsync(tenant, key.Partition, key.Sequence, cancellationToken)
                ?? throw new InvalidOperationException($"Record {key.Sequence} of {tenant}/{key.Partition} is indexed and not there.");
            found.Add(new(new RecordAddress(key.Partition, key.Sequence), record.Bytes));
        }

        // The frontier itself is still to come, unless it is the last one found, for the second time.
        var next = queue.Frontier is { Sequence: < long.MaxValue } frontier ? frontier with { Sequence = frontier.Sequence + (PlantedBugs.SkipRecordInCursor ? 0 : 1) } : queue.Frontier;
        return new(found, queue.HasMore ? AssessmentCursor.Write(next < end ? next : end, filter.Hash) : null);
    }
}
