using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>A factor that holds, as an answer shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Share">Its share of the score (<see cref="ScoreShares"/>).</param>
/// <param name="Observed">The values that its condition saw, in order of appearance.</param>
internal sealed record RiskFactor(string Name, Score Weight, Score Share, IReadOnlyList<ObservedValue> Observed);
