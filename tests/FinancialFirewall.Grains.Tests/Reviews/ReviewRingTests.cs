using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Reviews;

public sealed class ReviewRingTests
{
    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void AddAndRemove_InAnyOrder_HoldWhatAListHolds(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var random = new Random(seed);
        var ring = new ReviewRing();
        List<OpenReview> list = [];
        for (var sequence = 1; sequence <= 500; sequence++)
        {
            ring.Add(Review(sequence));
            list.Add(Review(sequence));
            switch (random.Next(6))
            {
                case 0:
                    var leaving = random.Next(list.Count + 1);
                    ring.RemoveFirst(leaving);
                    list.RemoveRange(0, leaving);
                    break;
                case 1:
                    var gone = random.Next(list.Count);
                    ring.RemoveAt(gone);
                    list.RemoveAt(gone);
                    break;
                case 2:
                    var changed = random.Next(list.Count);
                    list[changed] = ring[changed] = Review(-sequence);
                    break;
            }

            Assert.Equal(list, ring);
        }
    });

    [Fact]
    public void Place_ThatHasNone_IsRefused()
    {
        var ring = new ReviewRing { Review(1), Review(2), Review(3) };
        ring.RemoveFirst(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => ring[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ring[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.RemoveFirst(3));
    }

    private static OpenReview Review(long sequence) => new(sequence, new Instant(1), Decision.Hold, RiskLevel.High, new Score(7_000), 100);
}
