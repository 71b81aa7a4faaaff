using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Following;

/// <summary>Follows the leader as long as the process runs, and takes over when the command line asks for it.</summary>
internal sealed partial class FollowService(
    FirewallStatus status, FollowOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<FollowService> logger) : BackgroundService
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    private readonly Mailbox mailbox = new(options.DataDirectory, SiteMailbox.Name, time);
    private readonly TaskCompletionSource<FollowerSite> following = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MailboxRequest? promotion;
    private string lastProblem = "";

    /// <summary>The term in which this site leads from now on; null while it follows.</summary>
    public uint? NextTerm { get; private set; }

    /// <summary>Why it cannot follow any longer; null where it can.</summary>
    public CommandFailedException? Failure { get; private set; }

    /// <summary>How it is.</summary>
    public SiteView Look()
    {
        var report = following.Task.IsCompletedSuccessfully ? following.Task.Result.Report : null;
        var now = time.GetUtcNow();
        var isHeard = report is not null && report.HeardAt.UnixMicroseconds > 0 && now - report.HeardAt.ToDateTimeOffset() < Late;
        var since = report is null || report.CaughtUpAt.UnixMicroseconds == 0 ? 0 : Math.Max(0, (now - report.CaughtUpAt.ToDateTimeOffset()).TotalSeconds);
        return new SiteView(
            SiteRecord.NameOf(SiteRole.Follower),
            report?.Term ?? 0,
            "FOLLOWING",
            report is not null,
            isHeard,
            report?.LagCommits ?? 0,
            report?.LagRecords ?? 0,
            report?.LagBytes ?? 0,
            report is { IsCaughtUp: true } && isHeard ? 0 : since,
            options.Leader.ToString());
    }

    /// <summary>Answers a question of the other site.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AnswerAsync(ReadOnlyMemory<byte> question, CancellationToken cancellationToken)
        => (await following.Task.WaitAsync(cancellationToken)).Answer(question);

    /// <summary>Tells the command line how the promotion ended.</summary>
    public Task AnswerPromotionAsync(Result<string> outcome)
        => promotion is { } asked ? mailbox.AnswerAsync(asked, outcome, CancellationToken.None) : Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var link = new HttpSiteLink(options.Leader, options.Settings.Key, Timeout, time);
        var site = status.Follow(link, time);
        following.SetResult(site);
        var mail = WaitForMailAsync(stoppingToken);
        var refreshed = time.GetTimestamp() - time.TimestampFrequency * (long)RefreshInterval.TotalSeconds;
        while (!stoppingToken.IsCancellationRequested && NextTerm is null && Failure is null)
        {
            try
            {
                if (mail.IsCompleted)
                {
                    await (await mailbox.TakeAsync(stoppingToken) is { } asked ? ServeAsync(site, asked, stoppingToken) : Task.CompletedTask);
                    mail = WaitForMailAsync(stoppingToken);
                    continue;
                }

                Judge(await UnlessAskedAsync(mail, token => site.StepAsync(Wait, token), stoppingToken));
                if (time.GetElapsedTime(refreshed) >= RefreshInterval)
                {
                    Judge(await UnlessAskedAsync(mail, site.RefreshAsync, stoppingToken));
                    refreshed = time.GetTimestamp();
                }

                lastProblem = "";
            }
            catch (Exception exception) when (exception is IOException or StorageDamageException or UnauthorizedAccessException)
            {
                Tell(exception.Message);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }

        lifetime.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The leader cannot be followed at present; it is tried again: {Reason}")]
    private static partial void LogProblem(ILogger logger, string reason);

    private async Task WaitForMailAsync(CancellationToken cancellationToken)
    {
        while (!mailbox.HasRequest)
        {
            await Task.Delay(Mailbox.Interval, time, cancellationToken);
        }
    }

    /// <summary>Does a step, and gives it up when somebody asks for something: who promotes need not wait for a leader that says nothing.</summary>
    private static async Task<Result<bool>> UnlessAskedAsync(Task mail, Func<CancellationToken, ValueTask<Result<bool>>> step, CancellationToken cancellationToken)
    {
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stepping = step(interruption.Token).AsTask();
        if (await Task.WhenAny(stepping, mail) != stepping)
        {
            await interruption.CancelAsync();
        }

        try
        {
            return await stepping;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Tell(string problem)
    {
        if (!string.Equals(problem, lastProblem, StringComparison.Ordinal))
        {
            LogProblem(logger, problem);
        }

        lastProblem = problem;
    }

    /// <summary>What does not go away by trying again ends the process.</summary>
    private void Judge(Result<bool> step)
    {
        if (step.IsSuccess)
        {
            return;
        }

        if (step.Errors[0].Code is "SITE_DIVERGED" or "SITE_TOO_FAR_BEHIND")
        {
            Failure = CommandFailedException.Because(ExitCode.OtherSite, step.Errors);
            return;
        }

        throw new IOException(step.Errors[0].Message);
    }

    private async Task ServeAsync(FollowerSite site, MailboxRequest asked, CancellationToken cancellationToken)
    {
        switch (asked.Text)
        {
            case SiteMailbox.Status:
                await mailbox.AnswerAsync(asked, SiteMailbox.Describe(Look()), cancellationToken);
                break;
            case SiteMailbox.Promote or SiteMailbox.PromoteLost:
                await PromoteAsync(site, asked, cancellationToken);
                break;
            default:
                await mailbox.AnswerAsync(asked, SiteErrors.NotUnderstood(), cancellationToken);
                break;
        }
    }

    private async Task PromoteAsync(FollowerSite site, MailboxRequest asked, CancellationToken cancellationToken)
    {
        using var link = new HttpSiteLink(options.Leader, options.Settings.Key, SiteSettings.AskTimeout, time);
        var term = await site.TakeOverAsync(link, cancellationToken);
        if (!term.IsSuccess && !(asked.Text is SiteMailbox.PromoteLost && term.Errors[0].Code is "LEADER_UNREACHABLE"))
        {
            await mailbox.AnswerAsync(asked, Result.Failure<string>(term.Errors), cancellationToken);
            return;
        }

        promotion = asked;
        NextTerm = term.IsSuccess ? term.Value : site.Report.Term + 1;
        Bound = term.IsSuccess ? "The leader was stopped first: nothing that it answered is missing." : Describe(site.Report);
    }

    /// <summary>What can be missing after the promotion, in words.</summary>
    public string Bound { get; private set; } = "";

    private static string Describe(FollowerReport report) => report switch
    {
        { HeardAt.UnixMicroseconds: 0 } => "The leader was not heard of since this follower started: what it recorded since then, or later than that start, is missing.",
        { IsCaughtUp: true } => string.Create(
            CultureInfo.InvariantCulture,
            $"Nothing was missing when the leader was heard of last, at {report.HeardAt}. What it answered without waiting for this site after that is missing."),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"When the leader was heard of last, at {report.HeardAt}, {report.LagCommits:N0} commits ({report.LagRecords:N0} records, {report.LagBytes:N0} bytes) were missing: those, and what it answered later without waiting for this site."),
    };
}
