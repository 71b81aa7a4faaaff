using System.Globalization;
using FinancialFirewall.Simulation.Proving;
using FinancialFirewall.Simulation.Running;

CommandOptions options;
try
{
    options = CommandOptions.Parse(args);
}
catch (FormatException exception)
{
    Console.Error.WriteLine($"simulate: {exception.Message}\n\n{CommandOptions.Usage}");
    return 2;
}

if (options.Proves)
{
    return Prover.Run(options);
}

if (options.Bug is { } bug)
{
    Prover.Plant(bug);
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
var campaign = new Campaign(options, Console.WriteLine);
campaign.Run(static line => Console.Error.Write(Console.IsErrorRedirected ? "" : $"\r{line} "), stopping.Token);
Console.WriteLine($"{(Console.IsErrorRedirected ? "" : "\n")}{campaign.Totals.Table(campaign.Elapsed)}");
foreach (var failed in campaign.Totals.Failed.Take(3))
{
    var shortest = options.Seeds == 1 ? failed : Shrinker.Shrink(failed);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {failed.Spec.Seed}: {failed.Violation!.Check}\n  run it again: {failed.Spec.Command}\n  shortest:     {shortest.Spec.Command}\n"));
}

return campaign.Totals.Failed.Count == 0 ? 0 : 1;
