using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Gateway.GraphToggles;

/// <summary>How many toggles there are, and when they were counted.</summary>
internal sealed record ToggleCountNode(ToggleStatistics Counts, Instant At);
