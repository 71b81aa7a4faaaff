using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>Opens the storage before anything else starts, and closes it after everything else has stopped.</summary>
internal sealed class StorageService(FirewallOptions options, FirewallStatus status, ISecretSource secrets, TimeProvider time) : IHostedService
{
    /// <inheritdoc/>
    /// <exception cref="StartRefusedException">The data directory cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var opened = await FirewallStorage.OpenAsync(options, time, secrets, cancellationToken);
        if (!opened.IsSuccess)
        {
            throw new StartRefusedException(opened.Errors[0]);
        }

        status.Recovered(opened.Value, time.GetElapsedTime(started));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => status.IsRecovered ? status.Storage.DisposeAsync().AsTask() : Task.CompletedTask;
}
