using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>The assessments of a piece of time, counted.</summary>
/// <param name="Piece">The numbers.</param>
/// <param name="Factors">How often each factor held, by its name, the most frequent first: at most <see cref="AssessmentTotals.MaximumFactors"/>.</param>
internal sealed record PieceCounts(CountedPiece Piece, IReadOnlyList<FactorCount> Factors);
