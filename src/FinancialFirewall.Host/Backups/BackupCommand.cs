using System.CommandLine;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Backups;

/// <summary><c>firewall backup</c>.</summary>
internal static class BackupCommand
{
    private const int DefaultRate = 64;

    private const string Lesson = """
        A firewall that is running goes on deciding meanwhile. The backup holds everything that was answered before it began, and is proved while it is written.
        Into the same directory, only what is new is copied, as another point; 'firewall restore' brings back any of them, or a time between them.
        The backup stays encrypted, and the master key is not part of it: keep a copy of the key in another place than the backup.

        Examples:
          firewall backup --data /var/lib/firewall --to /backup/firewall
          firewall backup --data /var/lib/firewall --to /backup/firewall --keep 30
          firewall backup --data /var/lib/firewall --to - | ssh other 'cat > firewall.tar'
        """;

    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data directory, in use or not.", Required = true };
        var to = new Option<string>("--to") { Description = "Where it goes: a directory, a file whose name ends in .tar, or '-' for standard output.", Required = true, HelpName = "BACKUP" };
        var rate = new Option<int>("--rate") { Description = "How many MiB a second are copied at the most; 0 for no limit.", DefaultValueFactory = _ => DefaultRate };
        var keep = new Option<int?>("--keep") { Description = "How many points a directory keeps, the newest ones. Without it all stay, up to 10,000." };
        return new LessonCommand("backup", "Copies a data directory, also one that is in use.", Lesson) { data, to, rate, keep }.WithAction((parsed, interrupted) =>
        {
            var (limit, kept) = (parsed.GetRequiredValue(rate), parsed.GetValue(keep));
            if (limit < 0 || kept < 1)
            {
                throw new CommandFailedException(ExitCode.Usage, "--rate is 0 or more, and --keep at least 1.");
            }

            var request = new BackupRequest(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(to), limit * 1024L * 1024, kept);
            return BackupTaking.RunAsync(request, interrupted);
        });
    }
}
