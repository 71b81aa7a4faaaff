using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>A group that is being decided.</summary>
/// <param name="Group">The lines.</param>
/// <param name="Answers">What becomes of its payments, in order.</param>
/// <param name="ReadAt">The time stamp of its reading.</param>
internal readonly record struct PendingGroup(LineGroup Group, Task<AssessmentAnswer[]> Answers, long ReadAt);
