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

        Without the right key every checksum is proved and nothing is opened; the report says so.

        Exit codes: 0 everything is whole (a torn end is: it was never answered); 3 something is damaged, with file and offset; 8 the checksums are right,
        and the key was refused.
        """;

    public static Command Build()
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "The data directory." };
        var key = new MasterKeyOptions();
        var command = new LessonCommand("verify", "Reads every byte of a data directory and says what is there and whether it is whole. Changes nothing.", Lesson) { directory };
        return key.AddTo(command).WithAction((parsed, interrupted) =>
        {
            var path = parsed.GetRequiredValue(directory).FullName;
            return DirectoryVerification.RunAsync(path, key.Find(parsed, path), interrupted);
        });
    }
}
