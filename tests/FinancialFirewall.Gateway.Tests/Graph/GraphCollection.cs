using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Tests of GraphQL, which share a gateway of their own: some of them change everything that there is in a tenant.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class GraphCollection : ICollectionFixture<GatewayFixture>
{
    public const string Name = "Graph";
}
