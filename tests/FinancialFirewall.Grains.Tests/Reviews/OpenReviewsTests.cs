using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Bytes;
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
        var sequence = 1;
        while (sequence <= 5_000)
        {
            reviews.Open(Review(sequence++));
        }

        Assert.Equal(0, Allocation.LeastOfThousand(() => reviews.Open(Review(sequence++))));
    }

    private static OpenReview Review(long sequence) => new(sequence, new Instant(sequence), Decision.Hold, RiskLevel.High, new Score(7_000), 100);
}
