using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>
/// Finds pages of assessments, also by what their records do not say themselves: names that stand in the policy that decided, and what happened since the first decision.
/// </summary>
internal sealed class AssessmentLister(
    AssessmentSearch search, PolicyPlaces places, StoredFollowUps followUps, IOpenAssessments open, CancelledAssessments cancelled)
{
    private static readonly AssessmentPage Nothing = new([], Next: null, new MatchCount(0, IsExact: true));

    /// <summary>The page that a request wants; refusals are those of <see cref="AssessmentSearch.FindAsync"/>.</summary>
    public async Task<Result<AssessmentPage>> FindAsync(TenantId tenant, AssessmentListRequest request, CancellationToken cancellationToken)
    {
        var query = await FindStandingAsync(tenant, request, cancellationToken);
        var isImpossible = request.IsImpossible;
        if (request.Configuration is { } configuration)
        {
            query = query with { Configurations = await places.FindConfigurationAsync(tenant, configuration, cancellationToken) };
            isImpossible |= query.Configurations.Count == 0;
        }

        if (request.Factor is { } factor)
        {
            query = query with { Factors = await places.FindFactorAsync(tenant, factor, cancellationToken) };
            isImpossible |= query.Factors.Count == 0;
        }

        return isImpossible ? Nothing : await search.FindAsync(tenant, query, cancellationToken);
    }

    /// <summary>
    /// One of a page's assessments with what happened since; null where the request wants what waits for a person alone, and this one does no longer: it was closed since the page was looked for.
    /// </summary>
    public async ValueTask<AssessmentAnswer?> FollowAsync(TenantId tenant, AssessmentListRequest request, FoundAssessment found, CancellationToken cancellationToken)
    {
        var answer = new AssessmentAnswer(found.Record, IsDuplicate: false, Refusal: null, await followUps.FindAsync(tenant, found.Record, cancellationToken));
        return request.IsOpenAlone && answer.GetStanding() is { IsOpen: false } ? null : answer;
    }

    /// <summary>Every record says COMPLETED and has its first decision; what is cancelled or closed is told apart by what happened to it.</summary>
    private async Task<AssessmentQuery> FindStandingAsync(TenantId tenant, AssessmentListRequest request, CancellationToken cancellationToken)
    {
        var query = request.IsOpenAlone ? request.Query with { Among = await open.FindOpenAsync(tenant) } : request.Query;
        return (query.Statuses.Contains(AssessmentStatus.Completed), query.Statuses.Contains(AssessmentStatus.Released)) switch
        {
            (true, false) => query with { Except = await cancelled.FindAsync(tenant, cancellationToken) },
            (false, true) => query with { Statuses = [AssessmentStatus.Completed], Among = Both(query.Among, await cancelled.FindAsync(tenant, cancellationToken)) },
            _ => query,
        };
    }

    private static IReadOnlySet<RecordAddress> Both(IReadOnlySet<RecordAddress>? some, IReadOnlySet<RecordAddress> others)
        => some is null ? others : some.Where(others.Contains).ToHashSet();
}
