using System.CommandLine;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Following;

/// <summary><c>firewall promote</c>.</summary>
internal static class PromoteCommand
{
    private const string Lesson = """
        A leader that answers is stopped first, and everything that it has is fetched: nothing is missing. One that does not answer cannot be stopped from here;
        then the command refuses, unless --leader-lost says that the leader is down or cut off from its clients. What can be missing is printed.

        Examples:
          firewall promote --data /var/lib/firewall
          firewall promote --data /var/lib/firewall --leader-lost

        Exit codes: 0 done; 1 refused; 9 the directory follows no other site.
        """;

    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data directory of the follower, in use or not.", Required = true };
        var lost = new Option<bool>("--leader-lost") { Description = "The leader does not answer, and is down or cut off from its clients." };
        return new LessonCommand("promote", "Makes a follower the leader.", Lesson) { data, lost }.WithAction((parsed, interrupted) =>
            SitePromoting.RunAsync(parsed.GetRequiredValue(data).FullName, parsed.GetValue(lost), interrupted));
    }
}
