using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>What one reading of "flagged" gives: a decision or a more severe one.</summary>
/// <param name="From">The least severe decision that counts as flagged.</param>
/// <param name="Payments">Counts.</param>
/// <param name="Money">Sums in minor units of the base currency, of the payments whose amount is known in it.</param>
public sealed record DecisionResult(Decision From, ConfusionMatrix Payments, ConfusionMatrix Money);
