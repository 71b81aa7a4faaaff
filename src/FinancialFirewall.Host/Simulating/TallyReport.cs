using System.Globalization;
using Spectre.Console;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Prints how many simulated payments there were of which kind.</summary>
internal static class TallyReport
{
    /// <summary>A line for all, and one for each scenario.</summary>
    public static void Write(IAnsiConsole console, ScenarioTally tally)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{tally.Payments:N0} payments, {tally.Fraud:N0} of them fraud ({Percent(tally.Fraud, tally.Payments):0.00} %)."));
        foreach (var (name, count) in tally.Scenarios)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-20}{count,10:N0}"));
        }
    }

    private static double Percent(long part, long all) => all == 0 ? 0 : 100.0 * part / all;
}
