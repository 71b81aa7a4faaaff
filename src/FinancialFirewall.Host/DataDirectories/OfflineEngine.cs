using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.DataDirectories;

/// <summary>The firewall over one data directory, without a server.</summary>
internal sealed class OfflineEngine : IAsyncDisposable
{
    private readonly IHost host;

    private OfflineEngine(IHost host) => this.host = host;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Recovers the directory and takes its lock.</summary>
    /// <exception cref="CommandFailedException">The directory is in use, damaged, of another version, or its key is refused.</exception>
    public static Task<OfflineEngine> StartAsync(string dataDirectory, IMasterKeySource masterKey, CancellationToken interrupted)
        => StartAsync(new FileSystemDisk(dataDirectory), masterKey, interrupted);

    /// <summary>The same over a disk of any kind.</summary>
    /// <exception cref="CommandFailedException">The directory is in use, damaged, of another version, or its key is refused.</exception>
    public static async Task<OfflineEngine> StartAsync(IDisk disk, IMasterKeySource masterKey, CancellationToken interrupted)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddFirewall(new FirewallOptions { Disk = disk, MasterKey = masterKey });
        builder.Services.AddBatchStreams(new GatewayLimits());
        builder.Services.AddSingleton<DemoTenant>();
        var built = builder.Build();
        try
        {
            await built.StartAsync(interrupted);
            return new OfflineEngine(built);
        }
        catch (StartRefusedException refused)
        {
            built.Dispose();
            throw StartFailure.Explain(refused);
        }
    }

    /// <summary>Stops it; everything that was decided is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
