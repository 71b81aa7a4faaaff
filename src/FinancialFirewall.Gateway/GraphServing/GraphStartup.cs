using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>Stops the start where a field of the schema has no resolver, or does not say what it demands. It is registered behind what opens the storage.</summary>
internal sealed class GraphStartup(GraphEngineSource source) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = source.Engine;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
