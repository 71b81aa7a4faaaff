using System.CommandLine;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Verifying;

/// <summary><c>firewall verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Lesson = """
        Examples:
          firewall verify /var/lib/firewall

        Exit codes: 0 everything is whole (a torn end is: it was never answered); 3 something is damaged, with file and offset.
        """;

    public static Command Build()
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "The data directory." };
        return new LessonCommand("verify", "Reads every byte of a data directory and says what is there and whether it is whole. Changes nothing.", Lesson) { directory }.WithAction(
            (parsed, interrupted) => DirectoryVerification.RunAsync(parsed.GetRequiredValue(directory).FullName, interrupted));
    }
}
