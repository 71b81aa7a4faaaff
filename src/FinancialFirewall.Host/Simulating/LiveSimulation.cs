using FinancialFirewall.Domain.Time;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Sends the payments of a simulated world to a running firewall at a steady rate, and shows what becomes of them.</summary>
internal static class LiveSimulation
{
    private const int Connections = 8;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Sends until the world ends, or somebody interrupts it.</summary>
    public static async Task<ExitCode> RunAsync(SimulateOptions options, LiveOptions live, CancellationToken interrupted)
    {
        var payments = FileSimulation.Payments(options);
        using var client = await live.Firewall.ConnectAsync(interrupted);
        var tally = new LiveTally(TimeProvider.System);
        var senders = Enumerable.Range(0, Connections).Select(_ => new LiveSender(client, tally)).ToList();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        var running = Task.WhenAll([PaceAsync(payments, live.Rate, senders, tally, ended.Token), .. senders.Select(sender => RunAsync(sender, ended))]);
        await LiveView.ShowAsync(running, tally, live);
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        return tally.Look().Refused > 0 ? ExitCode.InputRefused : ExitCode.Done;
    }

    /// <summary>The payment as it is sent now; the account stays as old as it is in its world.</summary>
    public static SimulatedPayment Now(SimulatedPayment payment, Instant now) => payment with
    {
        InitiatedAt = now,
        FromAccountOpenedAt = payment.FromAccountOpenedAt is { } opened
            ? new Instant(now.UnixMicroseconds - payment.InitiatedAt.UnixMicroseconds + opened.UnixMicroseconds)
            : null,
    };

    private static async Task RunAsync(LiveSender sender, CancellationTokenSource ended)
    {
        try
        {
            await sender.RunAsync(ended.Token);
        }
        catch
        {
            await ended.CancelAsync();
            throw;
        }
    }

    private static async Task PaceAsync(
        IEnumerable<SimulatedPayment> payments, int rate, List<LiveSender> senders, LiveTally tally, CancellationToken ended)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        using var timer = new PeriodicTimer(Tick);
        var count = 0L;
        foreach (var payment in payments)
        {
            while (count >= time.GetElapsedTime(began).TotalSeconds * rate)
            {
                await timer.WaitForNextTickAsync(ended);
            }

            count++;
            tally.Due();
            var due = new DuePayment(Now(payment, Instant.From(time.GetUtcNow())), began + (count * time.TimestampFrequency / rate));
            await senders[Math.Abs(payment.FromAccountNumber.GetHashCode(StringComparison.Ordinal) % Connections)].AddAsync(due, ended);
        }

        foreach (var sender in senders)
        {
            sender.Complete();
        }
    }
}
