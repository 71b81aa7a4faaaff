using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Backtests;
using FinancialFirewall.Grains.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>A backtest of what decided over everything that is stored: how fast it is beside live assessment, and what it takes from that while it runs.</summary>
internal sealed class BacktestRows(TableOptions options) : IRows
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private int number;

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        await using var firewall = await Firewall.StartAsync(options.Directory);
        var contender = new Contender(new DurableStage(firewall, "stored"), new PaymentLines(options.Payments, options.BaseAccounts));
        await StoredPayments.StoreAsync(contender, options, progress);
        var backtests = firewall.Services.GetRequiredService<TenantBacktests>();
        await RunAsync(backtests);
        var (alone, tested) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            alone.Add(await MeasureAsync(contender));
            tested.Add(RateOf(await RunAsync(backtests)));
            await progress.WriteLineAsync(Text($"live {alone[^1]:N0}/s, backtest {tested[^1]:N0}/s"));
        }

        var (beside, slowed) = await MeasureBesideAsync(contender, backtests);
        yield return new Row(
            Text($"backtest of {options.References:N0} stored payments by what decided them"), Bound.Rate(100_000, 500_000), Median(tested), "on one thread; it changes nothing");
        yield return new Row("backtest, against live assessment", Bound.Ratio(0.25, 1), Median(tested) / Median(alone), Text($"live, durable, on all cores: {Median(alone):N0}/s"));
        yield return new Row(
            "live assessment while a backtest runs, against alone", Bound.Ratio(0.7, 0.9), Median(beside) / Median(alone), Text($"{Median(beside):N0}/s in {beside.Count} rounds, the backtest meanwhile {slowed:N0}/s"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

    private static double RateOf(Backtest backtest) => backtest.Progress.Compared / (backtest.EndedAt!.Value.ToDateTimeOffset() - backtest.StartedAt.ToDateTimeOffset()).TotalSeconds;

    private static async Task<Backtest> StartAsync(TenantBacktests backtests)
    {
        var started = await backtests.StartAsync(Firewall.Tenant, new BacktestRequest(new PolicyChoice { Version = 1 }) { From = default(Instant) });
        return started.IsSuccess ? started.Value : throw new InvalidOperationException(started.Errors[0].Message);
    }

    /// <summary>One backtest, which has to come to its end and to change nothing.</summary>
    private static async Task<Backtest> RunAsync(TenantBacktests backtests)
    {
        var id = (await StartAsync(backtests)).Id;
        while (true)
        {
            await Task.Delay(Look);
            if (await FindAsync(backtests, id) is { Status: not BacktestStatus.Running } ended)
            {
                return ended is { Status: BacktestStatus.Done, Report: { Changed: 0, Rescored: 0 } }
                    ? ended
                    : throw new InvalidOperationException($"The backtest is {ended.Status} with {ended.Report?.Changed} changes: {ended.Error}");
            }
        }
    }

    private static async Task<Backtest> FindAsync(TenantBacktests backtests, Guid id) => (await backtests.FindAsync(Firewall.Tenant, id)).Value;

    /// <summary>Rounds of live assessment while backtests run, and how fast those are.</summary>
    private async Task<(List<double> Rates, double Backtest)> MeasureBesideAsync(Contender contender, TenantBacktests backtests)
    {
        var rates = new List<double>();
        var (compared, watch) = (0L, Stopwatch.StartNew());
        while (rates.Count < options.Rounds)
        {
            var id = (await StartAsync(backtests)).Id;
            while (rates.Count < options.Rounds && await FindAsync(backtests, id) is { Status: BacktestStatus.Running })
            {
                rates.Add(await MeasureAsync(contender));
            }

            compared += (await backtests.CancelAsync(Firewall.Tenant, id)).Value.Progress.Compared;
        }

        return (rates, compared / watch.Elapsed.TotalSeconds);
    }

    private async Task<double> MeasureAsync(Contender contender)
    {
        var (stage, lines) = contender;
        lines.Fill(new PaymentFilling("live", ++number, options.Payments, options.Seed));
        await stage.PrepareAsync(lines);
        var began = Stopwatch.GetTimestamp();
        await stage.RunAsync(lines);
        var elapsed = Stopwatch.GetElapsedTime(began);
        stage.Verify(lines);
        return options.Payments / elapsed.TotalSeconds;
    }
}
