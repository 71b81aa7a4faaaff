using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Host.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Host.Serving;

/// <summary>Sees to it, before the server listens, that there is a tenant with a policy and a key, and the operator's, which manages the others.</summary>
internal sealed class FirstTenantsStartup(IServiceProvider services, ServerOptions options, SetUpOffer offer) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Asked for here and not by the constructor: all services are constructed before the first of them has recovered the storage.
        var tenant = services.GetRequiredService<DemoTenant>();
        var provisioner = services.GetRequiredService<TenantProvisioner>();
        await provisioner.ResumeAllAsync();
        await services.GetRequiredService<PersonEraser>().ResumeAllAsync();
        var provisioned = await tenant.EnsureAsync(options.PolicyFile, options.DataDirectory, cancellationToken);
        if (await KeepKeyAsync(provisioner, DemoTenant.Id, provisioned.ApiKey, cancellationToken) is { } key)
        {
            await Console.Out.WriteLineAsync($"API key: {key}");
        }

        await EnsureOperatorAsync(provisioner, cancellationToken);
        await (provisioned.ApiKey is null ? Task.CompletedTask : OfferSetUpAsync());
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EnsureOperatorAsync(TenantProvisioner provisioner, CancellationToken cancellationToken)
    {
        var key = await provisioner.EnsureOperatorAsync(cancellationToken);
        await KeepKeyAsync(provisioner, TenantRegistry.Operator, key, cancellationToken);
    }

    /// <summary>Lets whoever watches the first start become the owner of the first tenant: nobody has a password before.</summary>
    private async Task OfferSetUpAsync()
    {
        var link = SetUpLink.New(DemoTenant.Id);
        var offered = await services.GetRequiredService<UserDesk>().RunAsync(link.ToRequest());
        offer.Link = offered.IsSuccess ? link : null;
    }

    /// <summary>Keeps a key that was made just now; where the file is missing, makes another one.</summary>
    /// <returns>The key that was written; null where the file is there.</returns>
    private async Task<string?> KeepKeyAsync(TenantProvisioner provisioner, TenantId tenant, string? key, CancellationToken cancellationToken)
    {
        if (key is null && TenantKeyFile.ExistsIn(options.DataDirectory, tenant))
        {
            return null;
        }

        if (key is null)
        {
            // A tenant that has as many keys as it may has its own way in.
            var issued = await provisioner.IssueApiKeyAsync(tenant, $"{tenant.Name}.key was missing at start", cancellationToken);
            if (!issued.IsSuccess)
            {
                return null;
            }

            key = issued.Value;
        }

        await TenantKeyFile.WriteAsync(options.DataDirectory, tenant, key, cancellationToken);
        return key;
    }
}
