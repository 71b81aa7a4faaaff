using System.Globalization;
using System.Text;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Writes what was measured, as Markdown.</summary>
internal static class LoadReport
{
    /// <summary>The latest round in a line.</summary>
    public static string LatestRound(StageResults results)
        => $"round {results.Rounds.Count}: {string.Join(", ", results.Stages.Zip(results.Rounds[^1], (stage, measured) => Text($"{stage.Name} {measured.PerSecond:N0}/s")))}";

    /// <summary>The medians. A ratio is the median of the ratios inside each round, to the first stage.</summary>
    public static string Table(StageResults results)
    {
        var text = new StringBuilder();
        var first = results.Stages[0].Name;
        text.AppendLine(Text($"| stage | payments/s | of {first} | processor µs a payment | bytes allocated a payment | what it does |")).AppendLine("|---|---:|---:|---:|---:|---|");
        foreach (var (name, description) in results.Stages.Select(static stage => (stage.Name, stage.Description)))
        {
            var cpu = results.MedianOf(name, static measured => measured.CpuMicroseconds);
            var allocated = results.MedianOf(name, static measured => measured.AllocatedBytes);
            text.AppendLine(Text($"| {name} | {results.RateOf(name):N0} | {results.RatioOf(name, first):F3} | {cpu:F2} | {allocated:N0} | {description} |"));
        }

        return text.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
