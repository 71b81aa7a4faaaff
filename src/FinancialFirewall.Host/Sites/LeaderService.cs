using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Sites;

/// <summary>Keeps a leader's time, asks the other site now and then whether it leads, and ends the firewall when it does.</summary>
internal sealed partial class LeaderService(
    LeaderSite leader, SiteSettings settings, IHostApplicationLifetime lifetime, SiteProbe probe, TimeProvider time, ILogger<LeaderService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(2);

    private readonly Mailbox mailbox = new(settings.DataDirectory, SiteMailbox.Name, time);

    /// <summary>The higher term that ended the firewall; null where none did.</summary>
    public uint? EndedBy { get; private set; }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        leader.Close();
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lifetime.ApplicationStarted.Register(leader.Serve);
        return Task.WhenAll(WatchAsync(stoppingToken), PingAsync(stoppingToken), EndAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The follower does not acknowledge: from now on answers do not wait for it, and what is answered is on this site alone until it has caught up.")]
    private static partial void LogFallenBack(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something between the two sites failed; it is tried again.")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                if (leader.Tick())
                {
                    LogFallenBack(logger);
                }

                await leader.TrimAsync();
                if (await mailbox.TakeAsync(cancellationToken) is { } asked)
                {
                    await mailbox.AnswerAsync(asked, SiteMailbox.Answer(asked.Text, probe.Look()), cancellationToken);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogFailure(logger, exception);
            }
        }
    }

    /// <summary>Two leaders that can reach one another are one soon, also where nobody asks the older one.</summary>
    private async Task PingAsync(CancellationToken cancellationToken)
    {
        if (settings.Peer is not { } peer)
        {
            return;
        }

        using var link = new HttpSiteLink(peer, settings.Key, SiteSettings.AskTimeout, time);
        using var timer = new PeriodicTimer(PingInterval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                leader.Hear((await SitePing.AskAsync(link, leader.Report.Term, cancellationToken)).HighestTerm);
            }
            catch (IOException)
            {
                // The follower's own questions say whether it is there.
            }
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var term = await leader.Fenced.WaitAsync(cancellationToken);
        using var disk = new FileSystemDisk(settings.DataDirectory);
        if ((await SiteRecord.ReadAsync(disk)) is { IsSuccess: true, Value: { } record })
        {
            await (record with { Role = SiteRole.Fenced, FencedBy = term }).WriteAsync(disk);
        }

        EndedBy = term;
        lifetime.StopApplication();
    }
}
