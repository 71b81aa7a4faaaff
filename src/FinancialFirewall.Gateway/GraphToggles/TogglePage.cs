using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Gateway.GraphToggles;

/// <summary>Toggles of one page.</summary>
/// <param name="Nodes">The toggles.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
internal sealed record TogglePage(IReadOnlyList<Toggle> Nodes, int TotalCount);
