using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Replication;

namespace FinancialFirewall.Host.Following;

/// <summary>Promotes a follower: by asking it where it is running, else by a note in its directory.</summary>
internal static class SitePromoting
{
    /// <summary>Promotes.</summary>
    /// <exception cref="CommandFailedException">It is no follower, or its leader does not answer.</exception>
    public static async Task<ExitCode> RunAsync(string dataDirectory, bool isLeaderLost, CancellationToken cancellationToken)
    {
        using var disk = new FileSystemDisk(dataDirectory);
        if (await disk.GetLockOwnerAsync(DataDirectory.LockName) is { } owner)
        {
            var word = isLeaderLost ? SiteMailbox.PromoteLost : SiteMailbox.Promote;
            await Console.Out.WriteLineAsync(
                await new Mailbox(dataDirectory, SiteMailbox.Name, TimeProvider.System).AskAsync(MailboxRequest.New(word), owner, cancellationToken));
            return ExitCode.Done;
        }

        return isLeaderLost
            ? await PromoteStoppedAsync(disk, cancellationToken)
            : throw new CommandFailedException(
                ExitCode.InputRefused,
                $"No follower runs with '{dataDirectory}', so the leader cannot be stopped from here.",
                "Start it with 'firewall follow' and repeat this, or say that the leader is down: --leader-lost.");
    }

    private static async Task<ExitCode> PromoteStoppedAsync(FileSystemDisk disk, CancellationToken cancellationToken)
    {
        var locked = await disk.LockAsync(DataDirectory.LockName);
        if (!locked.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InUse, locked.Errors);
        }

        await using var alone = locked.Value;
        var promoted = await SitePromotion.RunAsync(disk, 0, TimeProvider.System, cancellationToken);
        if (!promoted.IsSuccess)
        {
            throw CommandFailedException.Because(StorageExitCode.Of(promoted.Errors[0]), promoted.Errors);
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"This site leads in term {promoted.Value.Term}: start it with 'firewall run'. What the leader recorded after this follower heard of it last is missing."));
        return ExitCode.Done;
    }
}
