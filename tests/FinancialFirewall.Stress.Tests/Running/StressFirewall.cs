using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace FinancialFirewall.Stress.Tests.Running;

/// <summary>A whole firewall below the gateway, on the thread pool and a real directory; only its clock is held.</summary>
internal sealed class StressFirewall : IAsyncDisposable
{
    private readonly IHost host;

    private StressFirewall(IHost host) => this.host = host;

    public AssessmentRouter Router => host.Services.GetRequiredService<AssessmentRouter>();

    public PolicyPublisher Policies => host.Services.GetRequiredService<PolicyPublisher>();

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => host.Services.GetRequiredService<IJournal>();

    /// <summary>Starts it on what is in the directory.</summary>
    public static async Task<StressFirewall> StartAsync(string directory, TimeProvider time, ComplaintLog log)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(time);
        builder.Logging.AddProvider(log);
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(directory), MasterKey = new InMemoryMasterKey(new byte[MasterKey.Length]) });
        var built = builder.Build();
        await built.StartAsync();
        var firewall = new StressFirewall(built);
        await built.Services.GetRequiredService<TenantProvisioner>().ResumeAllAsync();
        return firewall;
    }

    /// <summary>Creates a tenant with its first policy.</summary>
    public async Task ProvisionAsync(TenantId tenant, ReadOnlyMemory<byte> policy)
    {
        var provisioned = await host.Services.GetRequiredService<TenantProvisioner>().EnsureAsync(tenant, policy, CancellationToken.None);
        Assert.True(provisioned.IsSuccess, provisioned.IsSuccess ? "" : provisioned.Errors[0].Message);
    }

    /// <summary>Ends it in good order.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
