using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>The assessments of a span of time, counted.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Counted">The numbers.</param>
/// <param name="Pieces">The same, with the names of the factors.</param>
internal sealed record SpanCounts(CountQuery Query, CountedSpan Counted, IReadOnlyList<PieceCounts> Pieces);
