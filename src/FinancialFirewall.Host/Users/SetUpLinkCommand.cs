using System.CommandLine;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Users;

/// <summary><c>firewall setup-link</c>.</summary>
internal static class SetUpLinkCommand
{
    private const string Lesson = """
        Whoever opens the link becomes an OWNER of the tenant: with a new mail address, or with one that has a user already, who gets a new password. It is
        good once, for 24 hours, and replaces the one before. This is how the first owner comes in, and the only owner who has lost the password. A firewall
        that is running takes it at once.

        Examples:
          firewall setup-link --data /var/lib/firewall
          firewall setup-link --data /var/lib/firewall --tenant operator --url https://firewall.example.com
        """;

    public static Command Build()
    {
        var options = new UserOptions();
        var url = new Option<string>("--url") { Description = "Where people reach the firewall.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var command = options.AddTo(new LessonCommand("setup-link", "Makes a link by which somebody becomes an owner.", Lesson));
        command.Options.Add(url);
        return command.WithAction(async (parsed, interrupted) =>
        {
            var link = SetUpLink.New(options.FindTenant(parsed));
            var until = await options.AskAsync(parsed, link.ToRequest(), interrupted);
            await Console.Out.WriteLineAsync(link.At(parsed.GetRequiredValue(url)));
            await Console.Out.WriteLineAsync($"Good once, until {until}.");
            return ExitCode.Done;
        });
    }
}
