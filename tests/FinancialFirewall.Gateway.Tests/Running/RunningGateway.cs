using System.Net.Http.Headers;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>A whole firewall with a real server on a free port and its data in a directory of its own. Two tenants have keys.</summary>
public sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly DirectoryInfo directory;
    private Task? stopping;

    private RunningGateway(WebApplication application, DirectoryInfo directory, string key, string otherKey)
    {
        this.application = application;
        this.directory = directory;
        Key = key;
        OtherKey = otherKey;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        Client = CreateClient(key);
        OtherClient = CreateClient(otherKey);
    }

    public Uri Address { get; }

    /// <summary>The key of the tenant <c>demo</c>.</summary>
    public string Key { get; }

    /// <summary>The key of another tenant.</summary>
    public string OtherKey { get; }

    /// <summary>Calls as the tenant <c>demo</c>.</summary>
    public HttpClient Client { get; }

    /// <summary>Calls as another tenant.</summary>
    public HttpClient OtherClient { get; }

    public static async Task<RunningGateway> StartAsync(Action<GatewayLimits>? configure = null)
    {
        var data = Directory.CreateTempSubdirectory("firewall-gateway-tests-");
        var limits = new GatewayLimits();
        configure?.Invoke(limits);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(data.FullName), MasterKey = new InMemoryMasterKey(new byte[MasterKey.Length]) });
        builder.Services.AddGateway(limits);
        builder.Services.Configure<PasswordHasherOptions>(static hasher => hasher.IterationCount = 100);
        var built = builder.Build();
        built.MapGateway();
        await built.StartAsync();
        await built.Services.GetRequiredService<TenantProvisioner>().EnsureOperatorAsync(CancellationToken.None);
        return new RunningGateway(built, data, await ProvisionAsync(built, "demo"), await ProvisionAsync(built, "other"));
    }

    /// <summary>Every endpoint that is mapped.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. ((IEndpointRouteBuilder)application).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>What the process consists of.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>A new key of a tenant.</summary>
    public async Task<string> IssueKeyAsync(string tenant, Roles roles)
    {
        TenantScope.Enter(new TenantId(tenant));
        var issued = await Services.GetRequiredService<IGrainFactory>().GetGrain<ITenantGrain>(tenant).IssueApiKey(new ApiKeyRequest("test", roles));
        return issued.Value.Secret;
    }

    /// <summary>Creates another tenant, and gives its first key.</summary>
    public Task<string> ProvisionAsync(string tenant) => ProvisionAsync(application, tenant);

    /// <summary>A client with a key, or with none.</summary>
    public HttpClient CreateClient(string? key)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    /// <summary>Asks the server to stop and waits until it has.</summary>
    public Task StopAsync() => stopping ??= application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        OtherClient.Dispose();
        await StopAsync();
        await application.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private static async Task<string> ProvisionAsync(WebApplication application, string tenant)
    {
        var provisioner = application.Services.GetRequiredService<TenantProvisioner>();
        var provisioned = await provisioner.EnsureAsync(new TenantId(tenant), DemoPolicy.Utf8, CancellationToken.None);
        while (!provisioned.IsSuccess && provisioned.Errors[0].Kind == ErrorKind.Pending)
        {
            provisioned = await provisioner.EnsureAsync(new TenantId(tenant), DemoPolicy.Utf8, CancellationToken.None);
        }

        return provisioned.Value.ApiKey ?? throw new InvalidOperationException("A new tenant has a key.");
    }
}
