using System.Diagnostics;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Segments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>The whole firewall in this process, as it is served, over a folder of its own.</summary>
internal sealed class Firewall : IAsyncDisposable
{
    /// <summary>The tenant whose payments are decided.</summary>
    public static readonly TenantId Tenant = new("demo");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication application;
    private readonly string folder;

    private Firewall(WebApplication application, string folder, string apiKey)
    {
        this.application = application;
        this.folder = folder;
        ApiKey = apiKey;
    }

    /// <summary>A key of <see cref="Tenant"/>.</summary>
    public string ApiKey { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>Where it listens, on the loopback interface.</summary>
    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>How far the work behind its log is.</summary>
    public ArchiveStatus Archive => Services.GetRequiredService<FirewallStatus>().Archive;

    /// <summary>What it keeps on disk, in bytes.</summary>
    public long DiskBytes => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);

    /// <summary>Starts it with <see cref="LoadPolicy"/>, on a port that is free.</summary>
    public static async Task<Firewall> StartAsync(string parent)
    {
        var own = Path.Combine(parent, $"firewall-load-{Guid.NewGuid():N}");
        Directory.CreateDirectory(own);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(own), MasterKey = new InMemoryMasterKey(new byte[MasterKey.Length]) });
        builder.Services.AddGateway(new GatewayLimits());
        var built = builder.Build();
        built.MapGateway();
        await built.StartAsync();
        var provisioner = built.Services.GetRequiredService<TenantProvisioner>();
        var provisioned = await provisioner.EnsureAsync(Tenant, LoadPolicy.Utf8, CancellationToken.None);
        var key = provisioned.IsSuccess
            ? await provisioner.IssueApiKeyAsync(Tenant, "load", CancellationToken.None)
            : throw new InvalidOperationException(provisioned.Errors[0].Message);
        return new Firewall(built, own, key.Value);
    }

    /// <summary>Waits until every complete log file is moved into segments; merging may go on.</summary>
    /// <exception cref="InvalidOperationException">That failed, or takes longer than ten minutes.</exception>
    public async Task WaitUntilMovedAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (Archive is { WaitingFiles: > 0 } archive)
        {
            if (archive.Failure is not null || waiting.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{archive.WaitingFiles} log files are not moved: {archive.Failure ?? "it takes too long"}.");
            }

            await Task.Delay(BetweenLooks);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
