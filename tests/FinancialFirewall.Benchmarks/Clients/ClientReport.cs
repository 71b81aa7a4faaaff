namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>What became of an order.</summary>
/// <param name="Decided">Payments that were decided now.</param>
/// <param name="Others">Answers of any other kind: refusals and duplicates.</param>
/// <param name="Sample">The first of those; empty where there is none.</param>
/// <param name="Elapsed">From the first intended sending to the last answer.</param>
/// <param name="ProcessorTime">What the client itself used of the machine.</param>
/// <param name="Latency">From the intended sending of each payment to its answer.</param>
internal sealed record ClientReport(long Decided, long Others, string Sample, TimeSpan Elapsed, TimeSpan ProcessorTime, LatencySummary Latency)
{
    /// <summary>Complains unless all payments were decided now.</summary>
    /// <exception cref="InvalidOperationException">They were not.</exception>
    public ClientReport Expect(long payments) => Decided == payments && Others == 0
        ? this
        : throw new InvalidOperationException($"{Decided} of {payments} payments were decided. {Sample}");
}
