using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Following;

/// <summary><c>firewall site</c>.</summary>
internal static class SiteCommand
{
    private const string Lesson = """
        Shows whether this site leads or follows, in which term, and how far the follower is behind.

        Example:
          firewall site status --data /var/lib/firewall
        """;

    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data directory, in use or not.", Required = true };
        var status = new LessonCommand("status", "Shows how this site and the other one are.", Lesson) { data };
        return new Command("site", "Looks at the two sites.")
        {
            status.WithAction((parsed, interrupted) => ShowAsync(parsed.GetRequiredValue(data).FullName, interrupted)),
        };
    }

    private static async Task<ExitCode> ShowAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        using var disk = new FileSystemDisk(dataDirectory);
        var read = await SiteRecord.ReadAsync(disk);
        if (!read.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.StorageDamaged, read.Errors);
        }

        if (read.Value is not { } record)
        {
            await Console.Out.WriteLineAsync($"'{dataDirectory}' has no other site.");
            return ExitCode.Done;
        }

        var text = await disk.GetLockOwnerAsync(DataDirectory.LockName) is { } owner
            ? await new Mailbox(dataDirectory, SiteMailbox.Name, TimeProvider.System).AskAsync(MailboxRequest.New(SiteMailbox.Status), owner, cancellationToken)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Role: {SiteRecord.NameOf(record.Role)}{(record.FencedBy > 0 ? $" by term {record.FencedBy}" : "")}\nTerm: {record.Term}\nNot running.");
        await Console.Out.WriteLineAsync(text);
        return ExitCode.Done;
    }
}
