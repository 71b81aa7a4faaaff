using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
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
    /// <c>TOO_MANY_VALUES</c>, <c>CURSOR_INVALID</c>, <c>CURSOR_ORDER</c>, <c>PAGE_TOO_FAR</c>, <c>TOO_MANY_TO_SORT</c>.
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

        return await FindAsync(tenant, filter, end, query, cancellationToken);
    }

    /// <summary>
    /// Counts what was committed when it was asked for, in pieces of time, and says how far the journal was counted. Only the indexes are read. Refusals:
    /// <c>TIMES_INVALID</c>, <c>PIECES_INVALID</c>.
    /// </summary>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    public async ValueTask<Result<CountedSpan>> CountAsync(TenantId tenant, CountQuery query, CancellationToken cancellationToken = default)
    {
        if (query.Until <= query.From)
        {
            return QueryErrors.Times(query.From.ToString(), query.Until.ToString());
        }

        if (query.Step < 1 || query.Pieces > CountQuery.MaximumPieces)
        {
            return QueryErrors.Pieces(query.Width);
        }

        // The log first, as above.
        var views = tail.View(tenant);
        var acquired = segments.Acquire(tenant, static _ => true);
        try
        {
            return await new SpanReader(query, views, acquired).ReadAsync(cancellationToken);
        }
        finally
        {
            foreach (var segment in acquired)
            {
                await segment.ReleaseAsync();
            }
        }
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

        if (query.Skip is < 0 or > AssessmentQuery.MaximumCounted)
        {
            return QueryErrors.TooFar(query.Skip);
        }

        if (query.Cursor is not null && (query.Order != AssessmentOrder.NewestFirst || query.Skip > 0))
        {
            return QueryErrors.CursorOrder();
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
        TenantId tenant, QueryFilter filter, FactKey end, AssessmentQuery query, CancellationToken cancellationToken)
    {
        // The log first: what moves out of it meanwhile is then found twice, and counts once.
        var isCounted = query.CountsMatches || query.Skip > 0 || query.Order != AssessmentOrder.NewestFirst;
        var queue = new CandidateQueue(isCounted ? CandidateQueue.GroupsOfACount : CandidateQueue.GroupsOfAPage);
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

            var reader = new PageReader(journal, tenant, queue, query, cancellationToken);
            return query.Order == AssessmentOrder.NewestFirst ? await reader.ReadAsync(filter.Hash) : await reader.SortAsync();
        }
        finally
        {
            foreach (var segment in acquired)
            {
                await segment.ReleaseAsync();
            }
        }
    }
}
