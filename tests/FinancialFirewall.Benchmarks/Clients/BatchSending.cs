using System.Diagnostics;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>Sends payments as one batch.</summary>
internal sealed class BatchSending(Uri address, string key, ClientOrder order) : ISending
{
    /// <summary>Small enough that sending and answering overlap from the start.</summary>
    private const int PieceBytes = 64 * PaymentLines.LineBytes;

    private readonly PaymentLines lines = Filled(order);

    public ClientReport Run()
    {
        var began = Stopwatch.GetTimestamp();
        using var connection = BatchConnection.Open(address, key, lines.Length);
        var receiving = OwnThread.RunAsync(() => connection.ReceiveAll());
        for (var at = 0; at < lines.Length; at += PieceBytes)
        {
            connection.Send(lines.Bytes.AsSpan(at, Math.Min(PieceBytes, lines.Length - at)));
        }

        receiving.GetAwaiter().GetResult();
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new ClientReport(connection.Answers.Decided, connection.Answers.Others, connection.Answers.Sample, elapsed, TimeSpan.Zero, default);
    }

    public void Dispose()
    {
        // The connection lasts as long as the batch.
    }

    private static PaymentLines Filled(ClientOrder order)
    {
        var filled = new PaymentLines(order.Filling.Count, order.Accounts);
        filled.Fill(order.Filling);
        return filled;
    }
}
