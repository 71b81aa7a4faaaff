namespace FinancialFirewall.Benchmarks.Zen;

/// <summary>What zen-engine did with a round's payments.</summary>
/// <param name="Decided">Payments that it decided.</param>
/// <param name="Same">Those of them that it decided as we do.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="ProcessorSeconds">What it used of the machine, on all its threads.</param>
internal sealed record ZenReport(long Decided, long Same, double Seconds, double ProcessorSeconds);
