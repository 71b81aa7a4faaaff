using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>An open review in a queue.</summary>
/// <param name="Review">What waits.</param>
/// <param name="Record">Its assessment.</param>
/// <param name="DueAt">Until when it is to be decided.</param>
/// <param name="IsOverdue">Whether that is over.</param>
/// <param name="ClaimedBy">Who has it now; null where nobody has.</param>
public sealed record ReviewItem(WaitingReview Review, ReadOnlyMemory<byte> Record, Instant DueAt, bool IsOverdue, string? ClaimedBy);
