using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;

namespace FinancialFirewall.Host.Verifying;

/// <summary><c>firewall verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Lesson = """
        Examples:
          firewall verify /var/lib/firewall
          firewall verify /backup/firewall --master-key /etc/firewall/master.key
          firewall verify /backup/firewall.tar --master-key /etc/firewall/master.key

        Without the right key every checksum is proved and nothing is opened; the report says so.

        Exit codes: 0 everything is whole (a torn end is: it was never answered); 3 something is damaged, with file and offset; 8 the checksums are right,
        and the key was refused.
        """;

    public static Command Build()
    {
        var directory = new Argument<string>("DIR") { Description = "The data directory, or a backup: its directory or file." };
        var point = new Option<int?>("--point") { Description = "Which point of a backup, by its number; without it the newest." };
        var key = new MasterKeyOptions();
        var command = new LessonCommand("verify", "Reads every byte of a data directory or backup and says what is there and whether it is whole. Changes nothing.", Lesson) { directory, point };
        return key.AddTo(command).WithAction((parsed, interrupted) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(directory));
            return BackupSource.IsBackup(path)
                ? BackupVerification.RunAsync(path, parsed.GetValue(point), key.Find(parsed, path), interrupted)
                : DirectoryVerification.RunAsync(path, key.Find(parsed, path), interrupted);
        });
    }
}
