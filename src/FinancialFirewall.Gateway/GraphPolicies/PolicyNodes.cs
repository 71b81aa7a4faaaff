using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>Makes of published policies what resolvers give.</summary>
internal sealed class PolicyNodes(PolicyCatalog catalog)
{
    /// <summary>A published policy.</summary>
    public async Task<PolicyNode> OfAsync(TenantId tenant, PublishedPolicy published) => new(published, await catalog.GetAsync(tenant, published.Version));

    /// <summary>What was published, or why it was not.</summary>
    public async Task<object?> AnswerAsync(TenantId tenant, Result<PublishedPolicy> published)
        => published.IsSuccess ? await OfAsync(tenant, published.Value) : GraphRefusals.Of(published.Errors);
}
