using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>A page of policy versions as resolvers have it.</summary>
internal sealed record VersionPageNode(IReadOnlyList<Edge<PublishedVersion>> Edges, PageInfo Info);
