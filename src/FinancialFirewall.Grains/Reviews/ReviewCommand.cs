using FinancialFirewall.Domain.Assessments;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>What somebody wants to happen to an assessment.</summary>
/// <param name="Assessment">Which one.</param>
/// <param name="Wanted">What.</param>
/// <param name="TakesOver">Whether it is given to somebody, whoever has it; for those who may.</param>
public sealed record ReviewCommand(AssessmentId Assessment, FollowUp Wanted, bool TakesOver = false);
