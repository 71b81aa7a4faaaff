using System.Globalization;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>The real program on an empty directory, again and again.</summary>
internal sealed class StartRows(TableOptions options) : IRows
{
    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        var times = new List<double>();
        for (var i = 0; i < options.Rounds; i++)
        {
            using var folder = new TemporaryFolder(options.Directory);
            await using var firewall = await FirewallProcess.StartAsync(folder);
            times.Add(firewall.StartTime.TotalSeconds);
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ready after {times[^1]:F2} s"));
        }

        yield return new Row(
            "start with an empty directory",
            Bound.Of(2, 0.5, " s") with { Format = "F2" },
            times.Order().ElementAt(times.Count / 2),
            "from the start of the process until /health/ready answers 200; tenant, policy and key are made meanwhile");
    }
}
