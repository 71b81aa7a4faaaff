using System.Collections.Concurrent;
using System.Diagnostics;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>
/// Sends one request a payment in open loop: every payment has its time, whether or not the ones before are answered, and its latency counts from that time.
/// Where all connections are busy a payment waits, and its waiting counts.
/// </summary>
internal sealed class SingleSending : ISending
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientOrder order;
    private readonly PaymentLines lines;
    private readonly SingleConnection[] connections;
    private readonly BlockingCollection<SingleConnection> idle = [];
    private readonly LatencyHistogram latencies = new();
    private readonly CountdownEvent open;
    private long others;
    private string sample = "";

    public SingleSending(Uri address, string key, ClientOrder order)
    {
        this.order = order;
        lines = new PaymentLines(order.Filling.Count, order.Accounts);
        lines.Fill(order.Filling);
        open = new CountdownEvent(lines.Count);
        connections = [.. Enumerable.Range(0, order.Connections).Select(_ => new SingleConnection(address, key, PaymentLines.LineBytes - 1))];
    }

    public ClientReport Run()
    {
        foreach (var connection in connections)
        {
            idle.Add(connection);
        }

        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < lines.Count; i++)
        {
            var intended = began + (long)((double)i / order.Rate * Stopwatch.Frequency);
            Pacing.WaitUntil(intended);
            Send(i, intended);
        }

        var isComplete = open.Wait(Patience);
        var elapsed = Stopwatch.GetElapsedTime(began);
        lock (latencies)
        {
            var latency = latencies.Summarise();
            return new ClientReport(
                latency.Count - others, others, isComplete ? sample : $"{open.CurrentCount} payments were not answered. {sample}", elapsed, TimeSpan.Zero, latency);
        }
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        idle.Dispose();
        open.Dispose();
    }

    private void Send(int number, long intended)
    {
        if (!idle.TryTake(out var connection, Patience))
        {
            throw new IOException($"No payment was answered for {Patience.TotalSeconds:F0} s. {sample}");
        }

        var answer = ReceiveAsync(connection);
        connection.Send(lines.Bytes.AsSpan(number * PaymentLines.LineBytes, PaymentLines.LineBytes - 1), intended);
        _ = answer;
    }

    private async Task ReceiveAsync(SingleConnection connection)
    {
        var (latency, other) = await connection.ReceiveAsync();
        lock (latencies)
        {
            latencies.Add(latency);
            sample = other is not null && others++ == 0 ? other : sample;
        }

        idle.Add(connection);
        open.Signal();
    }
}
