namespace FinancialFirewall.Host.Simulating;

/// <summary>How a live run stands.</summary>
/// <param name="Answered">Payments that were decided.</param>
/// <param name="Refused">Payments that were refused.</param>
/// <param name="Waiting">Payments that are due and have no answer yet.</param>
/// <param name="Rate">Answers a second, since the last look.</param>
/// <param name="Latencies">Within which time 50, 95 and 99 of a hundred answers came.</param>
/// <param name="Decisions">Payments by decision, as answers spell it.</param>
/// <param name="Scenarios">Fraud by scenario, and how much of it was not approved.</param>
/// <param name="Problem">Why nothing is answered at the moment; null where nothing is wrong.</param>
internal sealed record LiveFigures(
    long Answered,
    long Refused,
    long Waiting,
    double Rate,
    IReadOnlyList<TimeSpan> Latencies,
    IReadOnlyList<KeyValuePair<string, long>> Decisions,
    IReadOnlyList<(string Name, long Payments, long Flagged)> Scenarios,
    string? Problem);
