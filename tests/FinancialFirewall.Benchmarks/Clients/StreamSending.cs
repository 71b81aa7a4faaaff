using System.Collections.Concurrent;
using System.Diagnostics;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>
/// Sends one endless batch and reports every second. At a rate, each payment has its time, from which its latency counts; without one, a limited number of
/// payments is on its way and latency counts from the sending.
/// </summary>
internal sealed class StreamSending(Uri address, string key, ClientOrder order, Action<LatencySummary> report) : ISending
{
    /// <summary>So many payments are on their way where no rate is given: enough that the server never waits for the client.</summary>
    private const int Window = 32_768;

    /// <summary>The most payments that go out at once.</summary>
    private const int BlockPayments = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly long Tick = Stopwatch.Frequency / 1_000;

    private readonly PaymentLines lines = new(BlockPayments, accountCount: Math.Max(order.Accounts, 1));
    private readonly ConcurrentQueue<(long Last, long At)> onTheirWay = new();
    private readonly SemaphoreSlim room = new(Window / BlockPayments);
    private readonly LatencyHistogram second = new();
    private readonly LatencyHistogram all = new();
    private long began;
    private long answered;

    public ClientReport Run()
    {
        using var connection = BatchConnection.Open(address, key, length: null);
        began = Stopwatch.GetTimestamp();
        using var everySecond = new Timer(_ => Report(), state: null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var receiving = OwnThread.RunAsync(() => connection.ReceiveAll(() => Arrived(connection.Answers)));
        SendAll(connection, receiving);
        connection.SendChunk([]);
        receiving.GetAwaiter().GetResult();
        var answers = connection.Answers;
        return new ClientReport(answers.Decided, answers.Others, answers.Sample, Stopwatch.GetElapsedTime(began), TimeSpan.Zero, all.Summarise());
    }

    public void Dispose() => room.Dispose();

    private void SendAll(BatchConnection connection, Task receiving)
    {
        var end = began + (order.Seconds * Stopwatch.Frequency);
        var sent = 0L;
        for (var round = 0; Stopwatch.GetTimestamp() < end && !receiving.IsCompleted; round++)
        {
            var (count, intended) = order.Rate > 0 ? WaitForDue(sent) : WaitForRoom();
            lines.Fill(order.Filling with { Round = round, Count = count });
            sent += count;
            onTheirWay.Enqueue((sent, intended == 0 ? Stopwatch.GetTimestamp() : intended));
            connection.SendChunk(lines.Bytes.AsSpan(0, lines.Length));
        }
    }

    /// <summary>Waits a tick and says how many payments should have gone out meanwhile, and since when the first of them waits.</summary>
    private (int Count, long Intended) WaitForDue(long sent)
    {
        while (true)
        {
            var now = Stopwatch.GetTimestamp();
            var due = (long)((double)(now - began) / Stopwatch.Frequency * order.Rate) + 1 - sent;
            if (due > 0)
            {
                return ((int)Math.Min(due, BlockPayments), began + (long)((double)sent / order.Rate * Stopwatch.Frequency));
            }

            Pacing.WaitUntil(now + Tick);
        }
    }

    private (int Count, long Intended) WaitForRoom()
    {
        return room.Wait(Patience) ? (BlockPayments, 0) : throw new IOException($"Nothing was answered for {Patience.TotalSeconds:F0} s.");
    }

    /// <summary>Answers come in order: those of a block are timed together, as late as the last of them.</summary>
    private void Arrived(AnswerTally answers)
    {
        var now = Stopwatch.GetTimestamp();
        var total = answers.Decided + answers.Others;
        while (onTheirWay.TryPeek(out var block) && answered < total)
        {
            var count = Math.Min(block.Last, total) - answered;
            var latency = Stopwatch.GetElapsedTime(block.At, now);
            lock (second)
            {
                second.Add(latency, count);
            }

            all.Add(latency, count);
            answered += count;
            if (answered == block.Last)
            {
                onTheirWay.TryDequeue(out _);
                room.Release();
            }
        }
    }

    /// <summary>By the clock, so that a second without an answer is one in the report too.</summary>
    private void Report()
    {
        lock (second)
        {
            report(second.Summarise());
            second.Clear();
        }
    }
}
