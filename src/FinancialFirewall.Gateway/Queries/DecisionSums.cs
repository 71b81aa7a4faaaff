using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>The amounts of the payments that were first decided in one way.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="SummedFrom">From when on all of them are added up: the beginning of the span, unless there are more than <see cref="AssessmentTotals.MaximumSummed"/>.</param>
/// <param name="Amounts">The sums, the earliest first.</param>
internal sealed record DecisionSums(Decision Decision, Instant SummedFrom, IReadOnlyList<AmountSum> Amounts);
