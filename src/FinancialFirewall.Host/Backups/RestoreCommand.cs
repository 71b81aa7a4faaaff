using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;

namespace FinancialFirewall.Host.Backups;

/// <summary><c>firewall restore</c>.</summary>
internal static class RestoreCommand
{
    private const string Lesson = """
        Without --to-time and --point, the newest point of the backup is brought back. With --to-time, everything that was answered by then, and nothing that
        came later: the log of all tenants is cut at one commit. That may need the master key; everything else does without.

        Examples:
          firewall restore --from /backup/firewall --data /var/lib/firewall
          firewall restore --from /backup/firewall --data ./look --to-time 2026-11-21T09:30:00Z --master-key /etc/firewall/master.key
          ssh other 'cat firewall.tar' | firewall restore --from - --data /var/lib/firewall
        """;

    public static Command Build()
    {
        var from = new Option<string>("--from") { Description = "The backup: its directory or file, or '-' for standard input.", Required = true, HelpName = "BACKUP" };
        var data = new Option<DirectoryInfo>("--data") { Description = "Where the data directory goes: an empty directory, or one that does not exist.", Required = true };
        var time = new Option<string?>("--to-time") { Description = "What had been answered by this time, RFC 3339." };
        var point = new Option<int?>("--point") { Description = "A point of the backup, by its number; 'firewall verify' lists them." };
        var key = new MasterKeyOptions();
        var command = new LessonCommand("restore", "Makes a data directory out of a backup.", Lesson) { from, data, time, point };
        return key.AddTo(command).WithAction((parsed, interrupted) =>
        {
            if (parsed.GetValue(time) is not null && parsed.GetValue(point) is not null)
            {
                throw new CommandFailedException(ExitCode.Usage, "Name either --to-time or --point.");
            }

            var directory = parsed.GetRequiredValue(data).FullName;
            var request = new RestoreRequest(
                parsed.GetRequiredValue(from), directory, ReadTime(parsed.GetValue(time)), parsed.GetValue(point), key.Find(parsed, directory));
            return BackupRestoring.RunAsync(request, interrupted);
        });
    }

    private static Instant? ReadTime(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Contains('T', StringComparison.Ordinal)
            ? Instant.From(time)
            : throw new CommandFailedException(ExitCode.Usage, $"--to-time '{text}' is no time: 2026-11-21T09:30:00Z, say, is one.");
    }
}
