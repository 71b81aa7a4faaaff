using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Gateway.GraphToggles;

/// <summary>Whether the check is on, and when that was asked.</summary>
internal sealed record ToggleCheckNode(ToggleResolution Resolution, Instant At);
