namespace FinancialFirewall.Simulation.Histories;

/// <summary>Pages of assessments followed to the end.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Decision">The only decision wanted; null for all.</param>
/// <param name="StartedAt">The step at which the first page was asked for.</param>
/// <param name="EndedAt">The step at which the last one came.</param>
/// <param name="Found">What was found, in order: the reference and the time.</param>
internal sealed record Walk(int Tenant, string? Decision, long StartedAt, long EndedAt, IReadOnlyList<(string Reference, long At)> Found);
