using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Simulator;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Host.Simulating;

/// <summary>The options that say what a simulated world is like.</summary>
internal sealed class WorldOptions
{
    private static readonly SimulationOptions Usual = new();

    private readonly Option<ulong> seed = new("--seed") { Description = "Which world: the same seed gives the same payments.", DefaultValueFactory = _ => Usual.Seed };
    private readonly Option<int> customers = new("--customers") { Description = "How many people live in it.", DefaultValueFactory = _ => Usual.Customers };
    private readonly Option<string> start = new("--start") { Description = "The first day.", HelpName = "yyyy-MM-dd", DefaultValueFactory = _ => Usual.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
    private readonly Option<int> days = new("--days") { Description = "How many days.", DefaultValueFactory = _ => Usual.Days };
    private readonly Option<decimal?> fraud = new("--fraud") { Description = "Payments of fraud for each genuine one, 0 to 0.5 in steps of 0.001; 0.01 unless stated." };
    private readonly Option<string[]> scenarios = new("--scenario") { Description = "A fraud scenario that takes part; may be repeated; all unless stated.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<PaymentView?> view = new("--view") { Description = "Every member that a bank knows, or only transfers with what clearing carries.", HelpName = "bank|clearing" };
    private readonly Option<string> prefix = new("--prefix") { Description = "What references begin with.", DefaultValueFactory = _ => Usual.ReferencePrefix };

    /// <summary>Whether somebody said whose eyes the world is seen with.</summary>
    public PaymentView? View(ParseResult parsed) => parsed.GetValue(view);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { seed, customers, start, days, fraud, scenarios, view, prefix })
        {
            command.Add(option);
        }
    }

    /// <summary>What the command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="usualFraudPerMille">How much fraud there is where nothing is said.</param>
    public SimulationOptions Read(ParseResult parsed, int usualFraudPerMille) => new()
    {
        Seed = parsed.GetValue(seed),
        Customers = parsed.GetValue(customers),
        Start = Day(parsed.GetRequiredValue(start)),
        Days = parsed.GetValue(days),
        FraudPerMille = parsed.GetValue(fraud) is { } share ? (int)(share * 1_000) : usualFraudPerMille,
        Scenarios = parsed.GetValue(scenarios) ?? [],
        View = parsed.GetValue(view) ?? PaymentView.Bank,
        ReferencePrefix = parsed.GetRequiredValue(prefix),
    };

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new CommandFailedException(ExitCode.Usage, $"--start '{text}' is no day; a day is written 2026-01-31.");
}
