using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FinancialFirewall.Host.Assessing;
using FinancialFirewall.Host.Backtests;
using FinancialFirewall.Host.Backups;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Evaluating;
using FinancialFirewall.Host.Following;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Outcomes;
using FinancialFirewall.Host.Policies;
using FinancialFirewall.Host.Privacy;
using FinancialFirewall.Host.Retention;
using FinancialFirewall.Host.Serving;
using FinancialFirewall.Host.Simulating;
using FinancialFirewall.Host.Users;
using FinancialFirewall.Host.Verifying;

namespace FinancialFirewall.Host;

/// <summary>The command <c>firewall</c>.</summary>
internal static class FirewallCommand
{
    /// <summary>What the help of <c>firewall</c> itself teaches.</summary>
    private const string Lesson = """
        First steps:
          firewall run                             start it on http://127.0.0.1:8080 with its data in ./data
          firewall assess payments.ndjson          decide a file of payments, one JSON object a line
          firewall simulate --out world.ndjson     make payments of a simulated world, with labelled fraud
          firewall policy check my-policy.json     look for mistakes in a policy file

        Exit codes: 0 done; 1 some input was refused; 2 command line not understood; 3 data directory damaged or of a newer version;
        4 data directory in use by another process; 5 policy file differs from the data's; 6 journal failed (disk full or broken);
        7 address not available; 8 master key missing, wrong or readable by others; 9 another site leads; 70 bug; 130 interrupted.
        """;

    /// <summary>Runs what the command line asks for.</summary>
    /// <returns>The process's exit code, an <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var result = Build().Parse(args);
        if (result.Action is ParseErrorAction)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync($"firewall: {error.Message}");
            }

            await Console.Error.WriteLineAsync("'firewall --help' shows what there is, 'firewall COMMAND --help' how to use it.");
            return (int)ExitCode.Usage;
        }

        return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("Financial Firewall: decides about payments before they are executed, and keeps every decision.")
        {
            RunCommand.Build(),
            AssessCommand.Build(),
            EvaluateCommand.Build(),
            OutcomesCommand.Build(),
            BacktestCommand.Build(),
            SimulateCommand.Build(),
            PolicyCommand.Build(),
            VerifyCommand.Build(),
            KeysCommand.Build(),
            SetUpLinkCommand.Build(),
            UserCommand.Build(),
            BackupCommand.Build(),
            RestoreCommand.Build(),
            EraseCommand.Build(),
            ExportPersonCommand.Build(),
            RetentionCommand.Build(),
            FollowCommand.Build(),
            PromoteCommand.Build(),
            SiteCommand.Build(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new LessonHelpAction((HelpAction)help.Action!, Lesson);
        return root;
    }
}
