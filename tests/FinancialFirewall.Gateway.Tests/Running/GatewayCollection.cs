namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>Tests that share one gateway.</summary>
[CollectionDefinition(Name)]
public sealed class GatewayCollection : ICollectionFixture<GatewayFixture>
{
    public const string Name = "Gateway";
}
