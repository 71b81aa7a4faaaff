namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>One gateway for all tests that do not mind each other's payments.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private RunningGateway? gateway;

    public RunningGateway Gateway => gateway ?? throw new InvalidOperationException("The gateway is not running.");

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await Gateway.DisposeAsync();
}
