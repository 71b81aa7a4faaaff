using System.Globalization;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Reading, deciding, keeping and serving, in turns in one run over one firewall.</summary>
internal sealed class ThroughputRows(TableOptions options) : IRows
{
    private const string Reading = "read";
    private const string Engine = "engine";
    private const string Engines = "engines";
    private const string Durable = "durable";
    private const string Http = "http";

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        await using var firewall = await Firewall.StartAsync(options.Directory);
        var lines = new PaymentLines(options.Payments, options.BaseAccounts);
        await using var rounds = new StageRounds(
            [.. StagesOf(options.Rows).Select(name => new Contender(LoadRun.Create(name, firewall, options.BaseAccounts), lines))], options.Payments, options.Seed);
        await rounds.WarmUpAsync();
        for (var round = 1; round <= options.Rounds; round++)
        {
            await rounds.MeasureAsync();
            await progress.WriteLineAsync(LoadReport.LatestRound(rounds.Results));
        }

        await progress.WriteLineAsync(LoadReport.Table(rounds.Results));
        foreach (var row in RowsOf(rounds.Results))
        {
            yield return row;
        }
    }

    private static IEnumerable<string> StagesOf(IReadOnlyList<string> rows)
        => new[] { (Reading, "engine"), (Engine, "engine"), (Engines, "engine"), (Engines, "durable"), (Durable, "durable"), (Durable, "batch"), (Http, "batch") }
            .Where(pair => rows.Contains(pair.Item2)).Select(static pair => pair.Item1).Distinct();

    private IEnumerable<Row> RowsOf(StageResults results)
    {
        if (options.Rows.Contains("engine"))
        {
            yield return new Row(
                "engine on all cores, against split-and-read on one thread", Bound.Ratio(0.5, 0.7), results.RatioOf(Engines, Reading), $"{Costs(results, Engines)}; reading: {Costs(results, Reading)}");
            yield return new Row("engine on one thread, against split-and-read on one thread", Bound.Ratio(0.5, 0.7), results.RatioOf(Engine, Reading), Costs(results, Engine));
        }

        if (options.Rows.Contains("durable"))
        {
            yield return new Row("durable, against engine on all cores", Bound.Ratio(0.7, 0.9), results.RatioOf(Durable, Engines), "both on all cores");
            yield return new Row(
                Text($"durable, {options.BaseAccounts:N0} accounts"), Bound.Rate(400_000, 1_000_000), results.RateOf(Durable), Costs(results, Durable));
        }

        if (options.Rows.Contains("batch"))
        {
            yield return new Row(
                "batch over HTTP, against durable", Bound.Ratio(0.4, 0.6), results.RatioOf(Http, Durable), $"{Costs(results, Http)}; the client is a process on the same machine, and counted");
        }
    }

    private static string Costs(StageResults results, string stage) => Text(
        $"{results.RateOf(stage):N0}/s, {results.MedianOf(stage, static measured => measured.CpuMicroseconds):F2} µs of processor and {results.MedianOf(stage, static measured => measured.AllocatedBytes):N0} B allocated a payment");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
