using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Gateway.GraphStatistics;

/// <summary>What was counted, at one moment.</summary>
internal sealed record StatisticsNode(
    Instant At,
    IReadOnlyList<KeyValuePair<Decision, long>> Decisions,
    long Duplicates,
    long Degraded,
    IReadOnlyList<KeyValuePair<string, long>> Refusals,
    IReadOnlyList<ResponseTimeNode> ResponseTimes);
