using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Simulator;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Writing;

namespace FinancialFirewall.Host.Simulating;

/// <summary><c>firewall simulate</c>.</summary>
internal static class SimulateCommand
{
    private static readonly string Lesson = $"""
        A simulated world has customers, accounts, devices, merchants and countries, the rhythm of days, weeks and pay days, and labelled fraud. Everything
        follows from the options: the same give the same file, byte for byte.

        Scenarios: {string.Join(", ", SimulationOptions.ScenarioNames.Take(5))},
          {string.Join(", ", SimulationOptions.ScenarioNames.Skip(5))}

        Examples:
          firewall simulate --out world.ndjson                       a month of a thousand people, labels in world.ndjson.labels.csv
          firewall simulate --out world.csv --format csv --days 90
          firewall simulate --out clearing.xml --format pacs008      transfers as a clearing system sees them
          firewall simulate --demo                                   to the firewall on this machine, until Ctrl+C
          firewall simulate --to http://10.0.0.7:8080 --key-file risk.key --rate 2000 --count 100000
          firewall simulate --out - --count 100000 --customers 5000 | firewall assess -

        Exit codes: 0 done; 1 an option has a value that is not allowed, or the firewall refused payments.
        """;

    private const int DemoFraudPerMille = 50;

    public static Command Build()
    {
        var world = new WorldOptions();
        var live = new LiveArguments();
        var count = new Option<long?>("--count") { Description = "The most payments; all of the world's days unless stated." };
        var output = new Option<string?>("--out") { Description = "Where payments go; '-' is standard output." };
        var labels = new Option<string?>("--labels") { Description = "Where labels go; beside the payments unless stated." };
        var format = new Option<PaymentFormat>("--format") { Description = "How payments are written.", HelpName = "ndjson|csv|pacs008" };
        var pictures = new Option<string?>("--pictures") { Description = "Draws the run's hours, weekdays, days and pay days as SVG into this directory." };
        var command = new LessonCommand("simulate", "Makes payments of a simulated world, with labelled fraud.", Lesson) { output, labels, format, count, pictures };
        live.AddTo(command);
        world.AddTo(command);
        return command.WithAction((parsed, interrupted) =>
        {
            if (live.Read(parsed) is { } server)
            {
                var options = LiveArguments.World(parsed, world, live.IsDemo(parsed) ? DemoFraudPerMille : new SimulationOptions().FraudPerMille);
                return LiveSimulation.RunAsync(new SimulateOptions(options, parsed.GetValue(count), null, null, PaymentFormat.Ndjson, null), server, interrupted);
            }

            return FileSimulation.RunAsync(Read(parsed, world, parsed.GetValue(output), parsed.GetValue(labels), parsed.GetValue(format), parsed.GetValue(count), parsed.GetValue(pictures)), interrupted);
        });
    }

    private static SimulateOptions Read(ParseResult parsed, WorldOptions world, string? output, string? labels, PaymentFormat format, long? count, string? pictures)
    {
        if (output is null)
        {
            throw new CommandFailedException(ExitCode.Usage, "Say where the payments go: --out FILE, --out - for standard output, or --to http://… for a running firewall.");
        }

        if (format == PaymentFormat.Pacs008 && world.View(parsed) == PaymentView.Bank)
        {
            throw new CommandFailedException(ExitCode.Usage, "A pacs.008 message carries only what clearing sees: leave --view out, or say --view clearing.");
        }

        var options = world.Read(parsed, new SimulationOptions().FraudPerMille);
        options = format == PaymentFormat.Pacs008 ? options with { View = PaymentView.Clearing } : options;
        return new SimulateOptions(options, count, output, labels ?? (output is SimulateOptions.Standard ? null : SimulateOptions.LabelsBeside(output)), format, pictures);
    }
}
