using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Following;

/// <summary><c>firewall site</c>.</summary>
internal static class SiteCommand
{
    private const string AsideLesson = """
        Lists what rewinds put aside: what this site recorded as a leader and its successor never got. With --payments it is written as NDJSON, one payment a line with
        its place, its decision and the payment as it was sent, in the order in which it was recorded; sent again, a payment is decided once.

        Examples:
          firewall site aside --data /var/lib/firewall
          firewall site aside --data /var/lib/firewall --payments > aside.ndjson
          jq -c 'select(.tenantId == "demo") | .payment' aside.ndjson | curl --data-binary @- -H 'Content-Type: application/x-ndjson' …/api/v1/fraud-risk/assessments/batch

        Exit codes: 0 done, also where there is nothing; 3 what was put aside is damaged; 8 the master key was refused.
        """;

    private const string Lesson = """
        Shows whether this site leads or follows, in which term, and how far the follower is behind.

        Example:
          firewall site status --data /var/lib/firewall
        """;

    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data directory, in use or not.", Required = true };
        var status = new LessonCommand("status", "Shows how this site and the other one are.", Lesson) { data };
        var payments = new Option<bool>("--payments") { Description = "Write the payments, as NDJSON." };
        var key = new MasterKeyOptions();
        var aside = key.AddTo(new LessonCommand("aside", "Lists what a rewind put aside.", AsideLesson) { data, payments });
        return new Command("site", "Looks at the two sites.")
        {
            aside.WithAction((parsed, interrupted) =>
            {
                var directory = parsed.GetRequiredValue(data).FullName;
                return AsideListing.RunAsync(directory, key.Find(parsed, directory), parsed.GetValue(payments), interrupted);
            }),
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
