using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>The policy in force.</summary>
internal sealed class PolicyFields(PolicyPublisher publisher, PolicyNodes nodes) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.policy", FindAsync);
        var map = roots.Types;
        map.Type<PolicyNode>("Policy", static type => type
            .Field("version", static policy => policy.Published.Version)
            .Field("hash", static policy => policy.Published.Hash)
            .Field("publishedAt", static policy => policy.Published.PublishedAt)
            .Field("warnings", static policy => policy.Published.Warnings)
            .Field("baseCurrency", static policy => policy.Document.BaseCurrency)
            .Field("ratesAsOf", static policy => policy.Document.RatesAsOf)
            .Field("rates", static policy => policy.Document.Rates)
            .Field("configurations", static policy => policy.Document.Configurations)
            .Field("lists", static policy => policy.Lists));
        map.Type<KeyValuePair<string, decimal>>("Rate", static type => type.Field("currency", static rate => rate.Key).Field("rate", static rate => rate.Value));
        ConfigurationType.Bind(map);
    }

    private async Task<object?> FindAsync(GraphCall call)
    {
        var published = await publisher.GetPublishedAsync(call.Tenant, call.Cancellation);
        return published is null ? null : await nodes.OfAsync(call.Tenant, published);
    }
}
