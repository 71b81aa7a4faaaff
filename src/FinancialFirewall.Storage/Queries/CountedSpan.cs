using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Feeds;

namespace FinancialFirewall.Storage.Queries;

/// <summary>A tenant's assessments of a span of time, counted.</summary>
/// <param name="Pieces">The pieces, the earliest first, without a hole.</param>
/// <param name="CountedFrom">From when on everything is counted: the beginning of the span, unless there was too much to look at.</param>
/// <param name="Position">How far the journal was counted: what comes behind it is not in the numbers, and everything else is.</param>
public sealed record CountedSpan(IReadOnlyList<CountedPiece> Pieces, Instant CountedFrom, FeedPosition Position);
