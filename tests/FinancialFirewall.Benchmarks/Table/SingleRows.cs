using System.Globalization;
using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>
/// One payment a request, in open loop, against the real program: by a process that is seconds old and still compiles, and by the same one after it has been under this load for a
/// while; and the highest rate at which answers keep up.
/// </summary>
internal sealed class SingleRows(TableOptions options) : IRows
{
    private const int Connections = 128;
    private const int MaximumWarmUps = 10;
    private const int StepSeconds = 2;
    private const int Refinements = 4;
    private const int HighestRate = 200_000;

    /// <summary>Answers keep up while 99 in 100 take at most this from the intended sending.</summary>
    private static readonly TimeSpan Lagging = TimeSpan.FromMilliseconds(50);

    private int orders;

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        using var folder = new TemporaryFolder(options.Directory);
        await using var firewall = await FirewallProcess.StartAsync(folder);
        using var client = ClientProcess.Start(firewall.Address, firewall.ApiKey);
        foreach (var filling in new PaymentLines(1, options.BaseAccounts).OnceEach("once", options.Seed))
        {
            (await client.RunAsync(new ClientOrder(ClientWay.Batch, filling, options.BaseAccounts))).Expect(filling.Count);
        }

        for (var i = 0; i < MaximumWarmUps && !await KeepsUpAsync(client, options.Rate, progress); i++)
        {
            // The first thousands of payments run code that is not compiled to the end yet.
        }

        yield return await MeasureLatencyAsync(firewall, client, "young process", progress);
        await SendAsync(client, options.Rate, options.WarmSeconds, progress);
        yield return await MeasureLatencyAsync(firewall, client, $"after {options.WarmSeconds} s more of it", progress);
        var highest = await FindHighestAsync(client, progress);
        yield return new Row(
            "one payment over HTTP, highest rate",
            Bound.Rate(15_000, 40_000),
            highest,
            Text($"open loop, steps of {StepSeconds} s: the highest rate at which all are decided and 99 in 100 take at most {Lagging.TotalMilliseconds:F0} ms"));
    }

    /// <summary>Sends for a while at the rate, and says how long answers took and what they cost.</summary>
    private async Task<Row> MeasureLatencyAsync(FirewallProcess firewall, ClientProcess client, string age, TextWriter progress)
    {
        var before = firewall.ProcessorTime;
        var report = await SendAsync(client, options.Rate, options.Seconds, progress);
        var cost = (firewall.ProcessorTime - before) / report.Latency.Count;
        var latency = report.Latency;
        return new Row(
            Text($"one payment over HTTP, 99 in 100 at {options.Rate:N0}/s, {age}"),
            Bound.Of(5, 2, " ms"),
            latency.P99.TotalMilliseconds,
            Text($"open loop for {options.Seconds} s, {Connections} connections: half {latency.P50.TotalMilliseconds:F2} ms, 99.9 in 100 {latency.P999.TotalMilliseconds:F2} ms, longest {latency.Longest.TotalMilliseconds:F1} ms; {cost.TotalMicroseconds:F0} µs of the server's processor time a payment")
                + (report.Others == 0 ? "" : $"; {report.Others} were not decided: {report.Sample}"));
    }

    /// <summary>Doubles the rate until answers lag, and halves the interval between what kept up and what did not.</summary>
    private async Task<int> FindHighestAsync(ClientProcess client, TextWriter progress)
    {
        var (kept, lagged) = (0, options.Rate);
        while (lagged <= HighestRate && await KeepsUpAsync(client, lagged, progress))
        {
            (kept, lagged) = (lagged, lagged * 2);
        }

        for (var i = 0; i < Refinements; i++)
        {
            var middle = (kept + lagged) / 2;
            (kept, lagged) = await KeepsUpAsync(client, middle, progress) ? (middle, lagged) : (kept, middle);
        }

        return kept;
    }

    private async Task<bool> KeepsUpAsync(ClientProcess client, int rate, TextWriter progress)
    {
        var report = await SendAsync(client, rate, StepSeconds, progress);
        return report.Decided == rate * StepSeconds && report.Latency.P99 <= Lagging;
    }

    private async Task<ClientReport> SendAsync(ClientProcess client, int rate, int seconds, TextWriter progress)
    {
        var filling = new PaymentFilling("single", ++orders, rate * seconds, options.Seed);
        var report = await client.RunAsync(new ClientOrder(ClientWay.Single, filling, options.BaseAccounts, rate, Connections));
        await progress.WriteLineAsync(Text(
            $"{rate:N0}/s for {seconds} s: {report.Decided:N0} of {filling.Count:N0} decided, half {report.Latency.P50.TotalMilliseconds:F2} ms, 99 in 100 {report.Latency.P99.TotalMilliseconds:F2} ms, client {report.ProcessorTime.TotalMicroseconds / filling.Count:F0} µs of processor a payment"));
        return report;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
