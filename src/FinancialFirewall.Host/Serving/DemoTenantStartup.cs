using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Host.DataDirectories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Host.Serving;

/// <summary>Sees to it, before the server listens, that there is a tenant with a policy and a key.</summary>
internal sealed class DemoTenantStartup(IServiceProvider services, ServerOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Asked for here and not by the constructor: all services are constructed before the first of them has recovered the storage.
        var tenant = services.GetRequiredService<DemoTenant>();
        var provisioner = services.GetRequiredService<TenantProvisioner>();
        await provisioner.ResumeAllAsync();
        await services.GetRequiredService<PersonEraser>().ResumeAllAsync();
        var provisioned = await tenant.EnsureAsync(options.PolicyFile, options.DataDirectory, cancellationToken);
        var key = provisioned.ApiKey;
        if (key is null && !DemoKeyFile.ExistsIn(options.DataDirectory))
        {
            key = (await provisioner.IssueApiKeyAsync(DemoTenant.Id, "demo.key was missing at start", cancellationToken)).Value;
        }

        if (key is not null)
        {
            await DemoKeyFile.WriteAsync(options.DataDirectory, key, cancellationToken);
            await Console.Out.WriteLineAsync($"API key: {key}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
