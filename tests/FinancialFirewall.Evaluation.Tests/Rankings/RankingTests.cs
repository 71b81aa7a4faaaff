using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Tests.Rankings;

public sealed class RankingTests
{
    private const int Digits = 12;

    [Fact]
    public void Of_FourPaymentsInMixedOrder_IsWhatAHandComputes()
    {
        // From the top: fraud, genuine, fraud, genuine. AP = 1/2 * 1/1 + 1/2 * 2/3; of four pairs three are in order.
        var ranking = Ranking.Of(Scores.Of((9_000, true), (7_000, false), (5_000, true), (1_000, false)))!;

        Assert.Equal(5.0 / 6, ranking.AveragePrecision, Digits);
        Assert.Equal(0.75, ranking.AreaUnderRoc, Digits);
        Assert.Equal([(0.5, 0.0, 1.0), (0.5, 0.5, 0.5), (1.0, 0.5, 2.0 / 3), (1.0, 1.0, 0.5)], ranking.Points.Select(point => (point.Recall, point.FalsePositiveRate, point.Precision)));
    }

    [Fact]
    public void Of_AllScoresTied_IsChance()
    {
        var ranking = Ranking.Of(Scores.Of((4_000, true), (4_000, false), (4_000, false), (4_000, false)))!;

        Assert.Equal(0.5, ranking.AreaUnderRoc, Digits);
        Assert.Equal(0.25, ranking.AveragePrecision, Digits);
        Assert.Single(ranking.Points);
    }

    [Fact]
    public void Of_SomeScoresTied_TakesTheTiedTogether()
    {
        // 0.9: fraud + genuine; 0.2: fraud; 0: genuine. AP = 1/2 * 1/2 + 1/2 * 2/3. Pairs: 1/2 + 1 + 0 + 1 of 4.
        var ranking = Ranking.Of(Scores.Of((9_000, true), (9_000, false), (2_000, true), (0, false)))!;

        Assert.Equal(7.0 / 12, ranking.AveragePrecision, Digits);
        Assert.Equal(0.625, ranking.AreaUnderRoc, Digits);
    }

    [Theory]
    [InlineData(true, 1.0, 1.0)]
    [InlineData(false, 0.0, 5.0 / 12)]
    public void Of_PerfectAndReversedOrder_AreTheBestAndTheWorst(bool isPerfect, double area, double averagePrecision)
    {
        var ranking = Ranking.Of(Scores.Of((8_000, isPerfect), (8_001, isPerfect), (3_000, !isPerfect), (3_001, !isPerfect)))!;

        Assert.Equal(area, ranking.AreaUnderRoc, Digits);
        Assert.Equal(averagePrecision, ranking.AveragePrecision, Digits);
    }

    [Fact]
    public void Of_OneKindOnly_IsNoRanking()
    {
        Assert.Null(Ranking.Of(Scores.Of((9_000, false), (1_000, false))));
        Assert.Null(Ranking.Of(Scores.Of((9_000, true))));
        Assert.Null(Ranking.Of(Scores.Of()));
    }

    [Fact]
    public void RecallAt_Limit_IsWhatCanBeHadWithinIt()
    {
        var ranking = Ranking.Of(Scores.Of((9_000, true), (7_000, false), (5_000, true), (1_000, false)))!;

        Assert.Equal([0.5, 0.5, 1.0, 1.0], new[] { 0.0, 0.49, 0.5, 1.0 }.Select(ranking.RecallAt));
    }

    [Fact]
    public void BestF1_OfAllPoints_IsTheGreatest()
    {
        var best = Ranking.Of(Scores.Of((9_000, true), (7_000, false), (5_000, true), (1_000, false)))!.BestF1;

        Assert.Equal(new Score(5_000), best.Score);
        Assert.Equal(0.8, best.F1, Digits);
    }

    [Fact]
    public void AreaUnderRoc_RandomScores_IsTheShareOfOrderedPairs()
    {
        const ulong Seed = 99;
        var state = Seed;
        var payments = Enumerable.Range(0, 300).Select(_ => (Score: Next(ref state) % 20 * 500, IsFraud: Next(ref state) % 4 == 0)).ToArray();
        var pairs = from fraud in payments
                    where fraud.IsFraud
                    from genuine in payments
                    where !genuine.IsFraud
                    select fraud.Score > genuine.Score ? 1.0 : fraud.Score == genuine.Score ? 0.5 : 0.0;

        Assert.Equal(pairs.Average(), Ranking.Of(Scores.Of(payments))!.AreaUnderRoc, Digits);
    }

    [Fact]
    public void With_MovedPayments_IsTheHistogramOfTheirNewScores()
    {
        var changes = new ScoreChanges();
        changes.Move(new Score(9_000), new Score(0), isFraud: true);

        var changed = Scores.Of((9_000, true), (9_000, true), (500, false)).With(changes);

        Assert.Equal([new ScoreCount(new(9_000), 1, 0), new ScoreCount(new(500), 0, 1), new ScoreCount(new(0), 1, 0)], changed.FromTheTop());
    }

    private static int Next(ref ulong state)
    {
        state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)(state >> 40);
    }
}
