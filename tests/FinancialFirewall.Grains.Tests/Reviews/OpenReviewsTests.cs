using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Grains.Tests.Reviews;

public sealed class OpenReviewsTests
{
    [Fact]
    public void Open_MoreThanItHolds_TheOldestLeaveAndAreCounted()
    {
        var reviews = new OpenReviews();
        for (var sequence = 1; sequence <= OpenReviews.MaximumCount + 1; sequence++)
        {
            reviews.Open(Review(sequence));
        }

        Assert.Equal(OpenReviews.MaximumCount + 1, reviews.All.Count + reviews.Forgotten);
        Assert.InRange(reviews.All.Count, OpenReviews.MaximumCount / 2, OpenReviews.MaximumCount);
        Assert.Equal((reviews.Forgotten + 1, OpenReviews.MaximumCount + 1), (reviews.All[0].Sequence, reviews.All[^1].Sequence));
    }

    [Fact]
    public void Open_OnceThereIsRoom_AllocatesNothing()
    {
        var reviews = new OpenReviews();
        for (var sequence = 1; sequence <= 5_000; sequence++)
        {
            reviews.Open(Review(sequence));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var sequence = 5_001; sequence <= 5_100; sequence++)
        {
            reviews.Open(Review(sequence));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static OpenReview Review(long sequence) => new(sequence, new Instant(sequence), Decision.Hold, RiskLevel.High, new Score(7_000), 100);
}
