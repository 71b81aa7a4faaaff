using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Sites;

/// <summary>Before a site that had a follower leads again: asks it whether another term has begun meanwhile.</summary>
internal static class PeerInquiry
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Asks until there is an answer. A synchronous leader that does not fall back need not wait: without its follower it answers no payment. Who leads in a higher
    /// term is noted, and ends the start.
    /// </summary>
    /// <exception cref="CommandFailedException">Another site leads.</exception>
    public static async Task RunAsync(SiteSettings settings, CancellationToken interrupted)
    {
        using var disk = new FileSystemDisk(settings.DataDirectory);
        var read = await SiteRecord.ReadAsync(disk);
        if (!read.IsSuccess || read.Value is not { Role: SiteRole.Leader } record || settings is not { Peer: { } peer, IsPeerLost: false })
        {
            return;
        }

        using var link = new HttpSiteLink(peer, settings.Key, SiteSettings.AskTimeout, TimeProvider.System);
        var mustKnow = record.HasHadFollower && settings.Options is not { IsSynchronous: true, FallsBack: false };
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await JudgeAsync(disk, record, await SitePing.AskAsync(link, record.Term, interrupted), peer);
                return;
            }
            catch (IOException exception)
            {
                if (!mustKnow)
                {
                    return;
                }

                await (isFirst ? Console.Error.WriteLineAsync(Waiting(exception)) : Task.CompletedTask);
                await Task.Delay(Interval, interrupted);
            }
        }
    }

    private static string Waiting(IOException exception) =>
        $"""
        firewall: The other site does not answer ({exception.Message}), and it may have been promoted meanwhile: two sites would answer.
        firewall: Waiting for it. If you are sure that it does not lead, stop this and start with --peer-lost.
        """;

    private static async Task JudgeAsync(FileSystemDisk disk, SiteRecord record, SiteSummary found, Uri peer)
    {
        if (found.HighestTerm <= record.Term)
        {
            return;
        }

        var locked = await disk.LockAsync(DataDirectory.LockName);
        if (!locked.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InUse, locked.Errors);
        }

        await using var alone = locked.Value;
        await (record with { Role = SiteRole.Fenced, FencedBy = found.HighestTerm }).WriteAsync(disk);
        throw FencedExit.Explain(disk.Location, found.HighestTerm, peer);
    }
}
