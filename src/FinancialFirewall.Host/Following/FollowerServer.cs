using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Serving;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Replication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Following;

/// <summary>The composition root of <c>firewall follow</c>: a site that follows, and leads in the same process once it is promoted.</summary>
internal static class FollowerServer
{
    /// <summary>Follows until it is asked to stop, cannot follow any longer, or leads and ends like a leader.</summary>
    public static async Task<ExitCode> RunAsync(FollowOptions options, CancellationToken interrupted)
    {
        await FollowerDirectory.PrepareAsync(options, interrupted);
        FollowService service;
        var addresses = options.Urls;
        await using (var application = Build(options))
        {
            service = application.Services.GetRequiredService<FollowService>();
            await Server.ServeAsync(application, options.Urls, () => addresses = Announce(application, options), interrupted);
        }

        if (service.Failure is { } failure)
        {
            throw failure;
        }

        if (service.NextTerm is not { } term)
        {
            await Console.Out.WriteLineAsync("Stopped. What was received is kept.");
            return ExitCode.Done;
        }

        await service.AnswerPromotionAsync(await PromoteAsync(options, term, service.Bound));
        var server = new ServerOptions(addresses, options.DataDirectory, options.MasterKey, PolicyFile: null)
        {
            Site = options.Settings with { Peer = options.Leader, IsPeerLost = true },
        };
        return await Server.RunAsync(server, interrupted);
    }

    private static async Task<Result<string>> PromoteAsync(FollowOptions options, uint term, string bound)
    {
        using var disk = new FileSystemDisk(options.DataDirectory);
        var locked = await disk.LockAsync(DataDirectory.LockName);
        if (!locked.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InUse, locked.Errors);
        }

        await using var alone = locked.Value;
        var promoted = await SitePromotion.RunAsync(disk, term, TimeProvider.System, CancellationToken.None);
        return promoted.IsSuccess
            ? string.Create(CultureInfo.InvariantCulture, $"This site leads in term {promoted.Value.Term} and answers payments in a moment. {bound}")
            : throw CommandFailedException.Because(StorageExitCode.Of(promoted.Errors[0]), promoted.Errors);
    }

    private static WebApplication Build(FollowOptions options)
    {
        var builder = Server.Begin(options.Urls);
        builder.AddFirewall(new FirewallOptions { Disk = new FileSystemDisk(options.DataDirectory), MasterKey = options.MasterKey, IsFollower = true });
        builder.Services.AddSingleton<IAssessmentFinder, StoredAssessments>();
        builder.Services.AddSingleton<IOpenAssessments, UnknownOpenAssessments>();
        builder.Services.AddGateway(new GatewayLimits());
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<FollowService>();
        builder.Services.AddSingleton(static services => new SiteProbe(services.GetRequiredService<FollowService>().Look, static () => false));
        builder.Services.AddHostedService(static services => services.GetRequiredService<FollowService>());
        var application = builder.Build();
        application.MapFollowingGateway();
        new SiteEndpoint(options.Settings.Key, TimeProvider.System, application.Services.GetRequiredService<FollowService>().AnswerAsync).Map(application);
        return application;
    }

    /// <returns>Where it listens, and will when it leads.</returns>
    private static string Announce(WebApplication application, FollowOptions options)
    {
        var addresses = Server.AddressesOf(application);
        foreach (var address in addresses)
        {
            Console.Out.WriteLine($"Listening on {address}");
        }

        Console.Out.WriteLine($"""
            Data: {options.DataDirectory}
            Follows {options.Leader}; assessments can be read here. It becomes the leader by:
              firewall promote --data {ShellText.Quote(options.DataDirectory)}
            """);
        Console.Out.Flush();
        return string.Join(';', addresses);
    }
}
