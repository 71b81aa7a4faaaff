using System.Net.Sockets;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Host.Users;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;
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

    /// <summary>Serves until it is asked to stop, the journal fails or another site leads.</summary>
    public static async Task<ExitCode> RunAsync(ServerOptions options, CancellationToken interrupted)
    {
        await (options.Site is { } site ? PeerInquiry.RunAsync(site, interrupted) : Task.CompletedTask);
        await using var application = Build(options);
        try
        {
            await ServeAsync(application, options.Urls, () => Announce(application, options), interrupted);
        }
        catch (JournalFailedException failed) when (failed.InnerException is SiteFencedException fenced)
        {
            throw FencedExit.Explain(options.DataDirectory, fenced.Term, options.Site?.Peer);
        }

        if (application.Services.GetService<LeaderService>()?.EndedBy is { } term)
        {
            throw FencedExit.Explain(options.DataDirectory, term, options.Site?.Peer);
        }

        await Console.Out.WriteLineAsync("Stopped. Everything that was answered is kept.");
        return ExitCode.Done;
    }

    /// <summary>Starts an application, announces it, and lets it run until it is asked to stop.</summary>
    /// <exception cref="JournalFailedException">The journal has failed.</exception>
    public static async Task ServeAsync(WebApplication application, string urls, Action announce, CancellationToken interrupted)
    {
        await StartAsync(application, urls, interrupted);
        announce();
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
    }

    /// <summary>An application that is to listen somewhere.</summary>
    public static WebApplicationBuilder Begin(string urls)
    {
        // Watching a settings file costs up to half a second of the start, in a large directory, and nothing here may change by it.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        return builder;
    }

    /// <summary>Where an application listens.</summary>
    public static ICollection<string> AddressesOf(WebApplication application)
        => application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;

    private static WebApplication Build(ServerOptions options)
    {
        var builder = Begin(options.Urls);
        var leader = options.Site is { } site ? new LeaderSite(site.Options, TimeProvider.System) : null;
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(options.DataDirectory), MasterKey = options.MasterKey, Leader = leader });
        builder.Services.AddSingleton(ConsoleDirectory.Read());
        builder.Services.AddGateway(new GatewayLimits());
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<DemoTenant>();
        builder.Services.AddHostedService<FirstTenantsStartup>();
        builder.Services.AddSingleton<SetUpOffer>();
        builder.Services.AddSingleton<UserDesk>();
        builder.Services.AddHostedService<UserDeskService>();
        builder.Services.AddHostedService<KeyRotationService>();
        builder.Services.AddHostedService<BackupHoldService>();
        builder.Services.AddHostedService<RetentionService>();
        if (leader is null)
        {
            return builder.Build().MapGateway();
        }

        builder.AddLeader(leader, options.Site!);
        var application = builder.Build().MapLeadingGateway();
        new SiteEndpoint(options.Site!.Key, TimeProvider.System, leader.AnswerAsync).Map(application);
        return application;
    }

    private static void Announce(WebApplication application, ServerOptions options)
        => Announcement.Write(Console.Out, AddressesOf(application), options, application.Services.GetRequiredService<SetUpOffer>().Link);

    private static async Task StartAsync(WebApplication application, string urls, CancellationToken interrupted)
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
            throw new CommandFailedException(ExitCode.AddressUnavailable, $"Cannot listen on {urls}: {exception.Message}");
        }
    }
}
