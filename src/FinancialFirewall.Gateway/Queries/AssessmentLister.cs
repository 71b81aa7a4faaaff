using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Finds pages of assessments, also by what records name only by places in the policy that decided.</summary>
internal sealed class AssessmentLister(AssessmentSearch search, PolicyPlaces places)
{
    private static readonly AssessmentPage Nothing = new([], Next: null, new MatchCount(0, IsExact: true));

    /// <summary>The page that a request wants; refusals are those of <see cref="AssessmentSearch.FindAsync"/>.</summary>
    public async Task<Result<AssessmentPage>> FindAsync(TenantId tenant, AssessmentListRequest request, CancellationToken cancellationToken)
    {
        var query = request.Query;
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
}
