using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>An open review in a queue.</summary>
/// <param name="Review">What waits.</param>
/// <param name="Record">Its assessment.</param>
/// <param name="DueAt">Until when it is to be decided.</param>
/// <param name="IsOverdue">Whether that is over.</param>
/// <param name="ClaimedBy">Who has it now; null where nobody has.</param>
public sealed record ReviewItem(WaitingReview Review, ReadOnlyMemory<byte> Record, Instant DueAt, bool IsOverdue, string? ClaimedBy)
{
    /// <summary>What there is to say of a review at a time; its record is not looked up.</summary>
    internal static ReviewItem Of(WaitingReview review, ReviewSettings settings, Instant now)
    {
        var due = settings.DueAt(review.Level, review.AssessedAt);
        return new ReviewItem(review, default, due, due <= now, review.ClaimedBy.Length > 0 && now < review.ClaimedUntil ? review.ClaimedBy : null);
    }
}
