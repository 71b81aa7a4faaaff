using System.Globalization;
using System.Text;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Writes what was measured, as Markdown.</summary>
internal static class LoadReport
{
    /// <summary>One round in a line.</summary>
    public static string Round(int round, IStage[] stages, Measurement[] measurements)
        => $"round {round}: {string.Join(", ", stages.Zip(measurements, (stage, measured) => Text($"{stage.Name} {measured.PerSecond:N0}/s")))}";

    /// <summary>The medians. A ratio is the median of the ratios inside each round, to the first stage.</summary>
    public static string Table(LoadOptions options, IStage[] stages, IReadOnlyList<Measurement[]> rounds)
    {
        var text = new StringBuilder();
        text.AppendLine().AppendLine(Machine.Describe(options.Directory));
        text.AppendLine(Text($"{options.Accounts:N0} accounts, {options.Payments:N0} payments of {PaymentLines.LineBytes} bytes a round, {rounds.Count} rounds, seed {options.Seed}, demo policy"));
        text.AppendLine().AppendLine(Text($"| stage | payments/s | of {stages[0].Name} | processor µs a payment | bytes allocated a payment | what it does |")).AppendLine("|---|---:|---:|---:|---:|---|");
        for (var i = 0; i < stages.Length; i++)
        {
            var stage = i;
            var rate = Median(rounds.Select(round => round[stage].PerSecond));
            var ratio = Median(rounds.Select(round => round[stage].PerSecond / round[0].PerSecond));
            var allocated = Median(rounds.Select(round => round[stage].AllocatedBytes));
            var cpu = Median(rounds.Select(round => round[stage].CpuMicroseconds));
            text.AppendLine(Text($"| {stages[i].Name} | {rate:N0} | {ratio:F3} | {cpu:F2} | {allocated:N0} | {stages[i].Description} |"));
        }

        return text.ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
