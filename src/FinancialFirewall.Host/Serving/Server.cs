using System.Net.Sockets;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Storage.Disks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Serving;

/// <summary>The composition root of <c>firewall run</c>: one process with everything in it.</summary>
internal static class Server
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(25);

    /// <summary>Serves until it is asked to stop or the journal fails.</summary>
    public static async Task<ExitCode> RunAsync(ServerOptions options, CancellationToken interrupted)
    {
        await using var application = Build(options);
        await StartAsync(application, options, interrupted);
        Announce(application);

        var lifetime = application.Lifetime;
        var failure = application.Services.GetRequiredService<FirewallStatus>().JournalFailure;
        await using var onInterrupt = interrupted.UnsafeRegister(static state => ((IHostApplicationLifetime)state!).StopApplication(), lifetime);
        var stopped = application.WaitForShutdownAsync(CancellationToken.None);
        if (await Task.WhenAny(stopped, failure) == failure)
        {
            await application.StopAsync(CancellationToken.None);
            throw await failure;
        }

        await stopped;
        await Console.Out.WriteLineAsync("Stopped. Everything that was answered is kept.");
        return ExitCode.Done;
    }

    private static WebApplication Build(ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Server).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(options.DataDirectory), MasterKey = options.MasterKey });
        builder.Services.AddGateway(new GatewayLimits());
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<DemoTenant>();
        builder.Services.AddHostedService<FirstTenantsStartup>();
        builder.Services.AddHostedService<KeyRotationService>();
        builder.Services.AddHostedService<BackupHoldService>();
        builder.Services.AddHostedService<RetentionService>();
        var application = builder.Build();
        application.MapGateway();
        return application;
    }

    private static async Task StartAsync(WebApplication application, ServerOptions options, CancellationToken interrupted)
    {
        try
        {
            await application.StartAsync(interrupted);
        }
        catch (StartRefusedException refused)
        {
            throw StartFailure.Explain(refused);
        }
        catch (Exception exception) when (exception is SocketException or FormatException || exception.InnerException is SocketException or AddressInUseException)
        {
            throw new CommandFailedException(ExitCode.AddressUnavailable, $"Cannot listen on {options.Urls}: {exception.Message}");
        }
    }

    private static void Announce(WebApplication application)
    {
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Announcement.Write(Console.Out, addresses, application.Services.GetRequiredService<ServerOptions>());
    }
}
