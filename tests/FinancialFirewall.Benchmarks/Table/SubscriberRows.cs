using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>
/// Many subscriptions to all payments of one tenant, against the real program: from the sending of a payment until a subscriber has heard of it, and what a subscriber takes of
/// memory. The subscribers are in this process, and share the machine.
/// </summary>
internal sealed class SubscriberRows(TableOptions options) : IRows
{
    /// <summary>As many connections as a tenant may have open; more subscriptions share them, as the panels of a page do.</summary>
    private const int MaximumConnections = 100;

    private const int PaymentsASecond = 10;
    private const int WarmUpPayments = 300;
    private const int Accounts = 1_000;

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        using var folder = new TemporaryFolder(options.Directory);
        await using var firewall = await FirewallProcess.StartAsync(folder);
        using var payer = new HttpClient { BaseAddress = firewall.Address };
        payer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", firewall.ApiKey);
        using (var first = await SubscriberConnection.OpenAsync(firewall.Address, firewall.ApiKey, await CursorAsync(payer), 1))
        {
            var hearing = first.HearAsync(WarmUpPayments, static _ => { });
            await PayAsync(payer, "first", WarmUpPayments, PaymentsASecond * 100, []);
            await hearing;
        }

        var before = firewall.WorkingSet;
        var each = (options.Subscribers + MaximumConnections - 1) / MaximumConnections;
        var subscribers = new List<SubscriberConnection>();
        var cursor = await CursorAsync(payer);
        for (var left = options.Subscribers; left > 0; left -= each)
        {
            subscribers.Add(await SubscriberConnection.OpenAsync(firewall.Address, firewall.ApiKey, cursor, Math.Min(each, left)));
        }

        await HearAsync(payer, subscribers, "warm-up", PaymentsASecond);
        var memory = (double)(firewall.WorkingSet - before) / options.Subscribers / 1024;
        await progress.WriteLineAsync(Text($"{options.Subscribers:N0} subscriptions on {subscribers.Count:N0} connections"));
        var processor = firewall.ProcessorTime;
        var (latency, answered) = await HearAsync(payer, subscribers, "measured", PaymentsASecond * options.Seconds);
        var cost = (firewall.ProcessorTime - processor) / latency.Count;
        subscribers.ForEach(static subscriber => subscriber.Dispose());
        yield return new Row(
            Text($"a payment told to {options.Subscribers:N0} subscribers, 99 in 100"),
            Bound.Of(250, 100, " ms"),
            latency.P99.TotalMilliseconds,
            Text($"{PaymentsASecond} payments a second for {options.Seconds} s over {subscribers.Count} WebSockets, from the sending of the payment: half {latency.P50.TotalMilliseconds:F1} ms, longest {latency.Longest.TotalMilliseconds:F1} ms; half of the payments answered within {answered.P50.TotalMilliseconds:F1} ms; {cost.TotalMicroseconds:F0} µs of the server's processor time a delivery"));
        yield return new Row(
            "memory of a subscriber",
            Bound.Of(64, 32, " KiB"),
            memory,
            Text($"growth of the server's working set by {options.Subscribers:N0} subscriptions that have heard of {PaymentsASecond} payments each"));
    }

    /// <summary>Sends payments evenly, and waits until every subscriber has heard of all of them.</summary>
    /// <returns>How long that took each time, and how long the payer waited for answers.</returns>
    private static async Task<(LatencySummary Told, LatencySummary Answered)> HearAsync(HttpClient payer, List<SubscriberConnection> subscribers, string name, int payments)
    {
        var sent = new long[payments];
        var told = new LatencyHistogram();
        var hearing = subscribers.Select(subscriber => subscriber.HearAsync(payments, number =>
        {
            lock (told)
            {
                told.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref sent[number])));
            }
        })).ToList();
        var answered = await PayAsync(payer, name, payments, PaymentsASecond, sent);
        await Task.WhenAll(hearing);
        return (told.Summarise(), answered);
    }

    /// <summary>Sends payments one after the other, at most so many a second.</summary>
    private static async Task<LatencySummary> PayAsync(HttpClient payer, string name, int payments, int rate, long[] sent)
    {
        var answered = new LatencyHistogram();
        var began = Stopwatch.GetTimestamp();
        for (var number = 0; number < payments; number++)
        {
            var wait = TimeSpan.FromSeconds((double)number / rate) - Stopwatch.GetElapsedTime(began);
            await (wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask);
            var at = Stopwatch.GetTimestamp();
            if (sent.Length > 0)
            {
                Volatile.Write(ref sent[number], at);
            }

            var payment = $$"""{"transactionReference":"{{name}}-{{number}}","amount":50.00,"currency":"EUR","fromAccountNumber":"ACC-{{number % Accounts}}"}""";
            using var body = new StringContent(payment, Encoding.UTF8, "application/json");
            using var answer = await payer.PostAsync("/api/v1/fraud-risk/assessments", body);
            answer.EnsureSuccessStatusCode();
            answered.Add(Stopwatch.GetElapsedTime(at));
        }

        return answered.Summarise();
    }

    private static async Task<string> CursorAsync(HttpClient payer)
    {
        using var body = new StringContent("""{"query":"{ eventCursor }"}""", Encoding.UTF8, "application/json");
        using var answer = await payer.PostAsync("/graphql", body);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("data").GetProperty("eventCursor").GetString()!;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
