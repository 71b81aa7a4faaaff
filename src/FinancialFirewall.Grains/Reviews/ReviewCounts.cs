using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>How much waits.</summary>
/// <param name="Open">How many are open.</param>
/// <param name="Overdue">How many of them are overdue.</param>
/// <param name="Claimed">How many of them somebody has.</param>
/// <param name="ByLevel">How many of each level.</param>
/// <param name="ByDecision">How many of each decision.</param>
/// <param name="OldestAt">When the oldest was assessed; null where none is open.</param>
/// <param name="Forgotten">How many wait outside the queue, because it was full.</param>
public sealed record ReviewCounts(
    int Open,
    int Overdue,
    int Claimed,
    IReadOnlyDictionary<RiskLevel, int> ByLevel,
    IReadOnlyDictionary<Decision, int> ByDecision,
    Instant? OldestAt,
    long Forgotten);
