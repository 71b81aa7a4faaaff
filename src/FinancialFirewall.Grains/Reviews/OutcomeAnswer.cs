using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>What became of a report.</summary>
/// <param name="Assessment">The assessment; unset where there is none.</param>
/// <param name="IsRepeated">Whether it was reported before, and changed nothing.</param>
/// <param name="Refusal">Why it is not recorded; null where it is.</param>
public sealed record OutcomeAnswer(AssessmentId Assessment, bool IsRepeated, Error? Refusal);
