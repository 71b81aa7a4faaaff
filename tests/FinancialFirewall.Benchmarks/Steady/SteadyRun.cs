using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Steady;

/// <summary>Holds a load on the real program and writes rate, latency and memory over time.</summary>
internal static class SteadyRun
{
    private const double MiB = 1 << 20;

    /// <summary>Runs, writes the files and prints where they are.</summary>
    public static async Task RunAsync(SteadyOptions options, TextWriter output)
    {
        using var folder = new TemporaryFolder(options.Directory);
        await using var firewall = await FirewallProcess.StartAsync(folder);
        using var client = ClientProcess.Start(firewall.Address, firewall.ApiKey);
        foreach (var filling in new PaymentLines(1, options.Accounts).OnceEach("once", options.Seed))
        {
            (await client.RunAsync(new ClientOrder(ClientWay.Batch, filling, options.Accounts))).Expect(filling.Count);
        }

        await client.PrepareAsync(new ClientOrder(
            ClientWay.Stream, new PaymentFilling("steady", 0, 0, options.Seed), options.Accounts, options.Rate, Seconds: options.Seconds));
        var seconds = new List<SteadySecond>();
        var began = Stopwatch.GetTimestamp();
        var used = firewall.ProcessorTime;
        var report = await client.RunAsync(second =>
        {
            var now = firewall.ProcessorTime;
            seconds.Add(new SteadySecond(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                second.Count,
                second.P50.TotalMilliseconds,
                second.P99.TotalMilliseconds,
                firewall.WorkingSet / MiB,
                (now - used).TotalMicroseconds / Math.Max(1, second.Count)));
            used = now;
        });
        report.Expect(report.Decided);
        await WriteAsync(options, seconds, output);
        await output.WriteLineAsync(Text(
            $"{report.Decided:N0} payments in {report.Elapsed.TotalSeconds:F1} s: {report.Decided / report.Elapsed.TotalSeconds:N0}/s, half {report.Latency.P50.TotalMilliseconds:F2} ms, 99 in 100 {report.Latency.P99.TotalMilliseconds:F2} ms, 99.9 in 100 {report.Latency.P999.TotalMilliseconds:F2} ms, longest {report.Latency.Longest.TotalMilliseconds:F1} ms"));
    }

    private static async Task WriteAsync(SteadyOptions options, List<SteadySecond> seconds, TextWriter output)
    {
        var csv = options.Output + ".csv";
        await File.WriteAllTextAsync(csv, SteadyCsv.Write(seconds));
        await output.WriteLineAsync(csv);
        if (seconds.Count == 0)
        {
            return;
        }

        var rate = options.Rate > 0 ? Text($"{options.Rate:N0} payments a second, latency from the intended sending") : "as many payments as are answered, latency from the sending";
        var chart = new SvgChart(Text($"One stream over HTTP, {options.Accounts:N0} accounts, {rate}"), "s");
        chart.Add("payments answered a second", [.. seconds.Select(static second => (second.At, (double)second.Answered))]);
        chart.Add("99 in 100 took at most, ms", [.. seconds.Select(static second => (second.At, second.P99Ms))]);
        chart.Add("memory of the server, MiB", [.. seconds.Select(static second => (second.At, second.MemoryMiB))]);
        chart.Add("processor time of the server a payment, µs", [.. seconds.Select(static second => (second.At, second.ProcessorUs))]);
        await File.WriteAllTextAsync(options.Output + ".svg", chart.ToString());
        await output.WriteLineAsync(options.Output + ".svg");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
