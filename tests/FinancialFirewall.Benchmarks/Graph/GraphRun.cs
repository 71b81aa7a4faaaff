using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Processes;
using FinancialFirewall.Gateway.GraphServing;

namespace FinancialFirewall.Benchmarks.Graph;

/// <summary>GraphQL: a dashboard beside the reference implementation, documents that are made to hurt, and a payment beside the one over REST.</summary>
internal static class GraphRun
{
    private const int Rounds = 3;
    private const int HostileRuns = 5;

    /// <summary>Measures all, each part for so many seconds a round.</summary>
    public static async Task RunAsync(double seconds, TextWriter output)
    {
        await DashboardAsync(seconds, output);
        Hostile(output);
        await PaymentAsync(seconds, output);
    }

    private static async Task DashboardAsync(double seconds, TextWriter output)
    {
        using var file = new StreamReader(typeof(GraphSchema).Assembly.GetManifestResourceStream("schema.graphql")!);
        using var reference = await GraphReference.StartAsync(await file.ReadToEndAsync(), DashboardEngine.Document, DashboardEngine.ListLength);
        var (fresh, remembered) = (new DashboardEngine(maxDocuments: 0), new DashboardEngine(maxDocuments: 10));
        for (var round = 0; round <= Rounds; round++)
        {
            var ours = await fresh.RunAsync(seconds);
            var theirs = await reference.RunAsync(seconds);
            var known = await remembered.RunAsync(seconds);
            output.WriteLine(Text(
                $"{(round == 0 ? "warm-up" : $"round {round}")}: dashboard from its text {ours.Rate:N0}/s ({ours.Bytes:N0} bytes), graphql-js {theirs.Rate:N0}/s ({theirs.Bytes:N0} bytes): {ours.Rate / theirs.Rate:F1} times; with the document remembered {known.Rate:N0}/s: {known.Rate / theirs.Rate:F1} times"));
        }
    }

    private static void Hostile(TextWriter output)
    {
        var engine = new DashboardEngine(maxDocuments: 0);
        foreach (var (name, document) in HostileDocuments.All())
        {
            var (shortest, bytes, message) = (TimeSpan.MaxValue, 0L, "");
            for (var run = 0; run < HostileRuns; run++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var began = Stopwatch.GetTimestamp();
                var prepared = engine.Prepare(document);
                var elapsed = Stopwatch.GetElapsedTime(began);
                shortest = elapsed < shortest ? elapsed : shortest;
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                message = prepared.Errors.Count == 0 ? "taken" : $"{prepared.Errors.Count} errors: {prepared.Errors[0].Message}";
            }

            output.WriteLine(Text($"{name} ({document.Length:N0} characters): {shortest.TotalMilliseconds:F1} ms, {bytes / 1048576.0:F1} MiB: {(message.Length > 120 ? message[..120] + "…" : message)}"));
        }
    }

    private static async Task PaymentAsync(double seconds, TextWriter output)
    {
        using var folder = new TemporaryFolder(Path.GetTempPath());
        await using var firewall = await FirewallProcess.StartAsync(folder);
        using var rest = new PaymentSender(firewall.Address, firewall.ApiKey, isGraph: false);
        using var graph = new PaymentSender(firewall.Address, firewall.ApiKey, isGraph: true);
        for (var round = 0; round <= Rounds; round++)
        {
            var one = await rest.RunAsync($"r{round}-", seconds);
            var other = await graph.RunAsync($"g{round}-", seconds);
            output.WriteLine(Text(
                $"{(round == 0 ? "warm-up" : $"round {round}")}: one payment after the other, half within: REST {one.TotalMilliseconds:F2} ms, GraphQL {other.TotalMilliseconds:F2} ms: {other / one:F2} times"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
