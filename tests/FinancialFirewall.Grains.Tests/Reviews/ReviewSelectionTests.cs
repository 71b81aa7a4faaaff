using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Tests.Reviews;

/// <summary>A page among many that come one after the other is the page among all of them, sorted.</summary>
public sealed class ReviewSelectionTests
{
    private const int Many = 20_000;
    private static readonly Instant Now = new(10_000_000_000);

    [Theory]
    [InlineData(ReviewOrder.Due, false)]
    [InlineData(ReviewOrder.Age, true)]
    [InlineData(ReviewOrder.Amount, false)]
    [InlineData(ReviewOrder.Amount, true)]
    [InlineData(ReviewOrder.Score, false)]
    public void Page_OfMoreThanAreHeld_IsThatOfAllSorted(ReviewOrder order, bool isReversed)
    {
        var items = Items(seed: 7);
        var query = new ReviewQuery { Order = order, IsReversed = isReversed, Levels = [RiskLevel.High, RiskLevel.Critical], Skip = 70, Size = 30 };
        var selection = new ReviewSelection(query);
        foreach (var part in items.Chunk(1_000))
        {
            selection.Add(part);
        }

        var fitting = items.Where(static item => item.Review.Level >= RiskLevel.High).ToList();
        var sorted = isReversed ? fitting.OrderByDescending(item => KeyOf(order, item)) : fitting.OrderBy(item => KeyOf(order, item));
        Assert.Equal(sorted.Skip(70).Take(30).Select(static item => item.Review.Sequence), selection.Page().Select(static item => item.Review.Sequence));
        Assert.Equal(fitting.Count, selection.Matches);
    }

    [Fact]
    public void Page_ByClaimAndDueTime_HasWhatFitsAlone()
    {
        var items = Items(seed: 8);
        var selection = new ReviewSelection(new ReviewQuery { ClaimedBy = "ann", IsOverdue = true, Size = ReviewQuery.MaximumSize });
        selection.Add(items);

        var fitting = items.Where(static item => item is { ClaimedBy: "ann", IsOverdue: true }).OrderBy(static item => item.DueAt.UnixMicroseconds).ToList();
        Assert.InRange(fitting.Count, 500, Many / 2);
        Assert.Equal(fitting.Count, selection.Matches);
        Assert.Equal(fitting.Take(500).Select(static item => item.Review.Sequence), selection.Page().Select(static item => item.Review.Sequence));
    }

    private static decimal KeyOf(ReviewOrder order, ReviewItem item) => order switch
    {
        ReviewOrder.Age => item.Review.AssessedAt.UnixMicroseconds,
        ReviewOrder.Amount => -(item.Review.BaseAmountMinor ?? decimal.MinValue),
        ReviewOrder.Score => -item.Review.Score.TenThousandths,
        _ => item.DueAt.UnixMicroseconds,
    };

    private static List<ReviewItem> Items(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, Many).Select(sequence => ReviewItem.Of(
            new WaitingReview(
                sequence % 64,
                sequence,
                new Instant(random.Next(1_000) * 10_000_000L),
                Decision.Hold,
                (RiskLevel)random.Next((int)RiskLevel.Low, (int)RiskLevel.Critical + 1),
                new Score(random.Next(100) * 100),
                random.Next(10) == 0 ? null : random.Next(1, 500),
                random.Next(4) == 0 ? "ann" : "",
                new Instant(random.Next(2) == 0 ? 0 : long.MaxValue),
                ""),
            new ReviewSettings { LowMinutes = 1, MediumMinutes = 1, HighMinutes = 1, CriticalMinutes = 1 },
            Now))];
    }
}
