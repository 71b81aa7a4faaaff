using System.CommandLine;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Users;

/// <summary><c>firewall user</c>.</summary>
internal static class UserCommand
{
    private const string ResetLesson = """
        For somebody who has lost the authenticator app and the recovery codes, where no other owner can do it. All sessions of the user end; the password stays.
        It stands in the audit log. A firewall that is running takes it at once.

        Examples:
          firewall user reset-second-factor --data /var/lib/firewall --email ada@example.com
        """;

    public static Command Build() => new("user", "Helps people in who have lost what they sign in with.") { BuildReset() };

    private static Command BuildReset()
    {
        var options = new UserOptions();
        var email = new Option<string>("--email") { Description = "The mail address that the user signs in with.", Required = true };
        var command = options.AddTo(new LessonCommand("reset-second-factor", "Takes the second factor of a user away.", ResetLesson));
        command.Options.Add(email);
        return command.WithAction(async (parsed, interrupted) =>
        {
            var address = MailAddress.Read(parsed.GetRequiredValue(email));
            if (!address.IsSuccess)
            {
                throw CommandFailedException.Because(ExitCode.Usage, address.Errors);
            }

            var request = new UserDeskRequest(UserDeskRequest.ResetSecondFactor, options.FindTenant(parsed), address.Value);
            await Console.Out.WriteLineAsync(await options.AskAsync(parsed, request, interrupted));
            return ExitCode.Done;
        });
    }
}
