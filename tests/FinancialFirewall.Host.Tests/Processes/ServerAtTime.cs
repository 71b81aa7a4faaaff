using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A server in this process, on a free port, whose clock begins at a time of the test's choice.</summary>
internal sealed class ServerAtTime : IAsyncDisposable
{
    private readonly WebApplication application;

    private ServerAtTime(WebApplication application) => this.application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Starts it on a data directory.</summary>
    /// <param name="masterKey">The directory's key, in base64.</param>
    /// <param name="data">The directory.</param>
    /// <param name="start">What its clock shows first.</param>
    public static async Task<ServerAtTime> StartAsync(string masterKey, string data, DateTimeOffset start)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<TimeProvider>(new Clock(start));
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(data), MasterKey = new InMemoryMasterKey(Convert.FromBase64String(masterKey)) });
        builder.Services.AddGateway(new GatewayLimits());
        var built = builder.Build();
        built.MapGateway();
        await built.StartAsync();
        return new ServerAtTime(built);
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    private sealed class Clock(DateTimeOffset start) : TimeProvider
    {
        private readonly TimeSpan ahead = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
