using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Scoring;

public sealed class ScoreSharesTests
{
    [Fact]
    public void Divide_RandomFactors_SharesAddUpToTheScore()
    {
        const int Seed = 20_260_304;
        var random = new Random(Seed);
        for (var round = 0; round < 3_000; round++)
        {
            var method = (ScoringMethod)random.Next(1, 4);
            Score[] weights = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => new Score(random.Next(0, Score.One + 1)))];
            var accumulator = new ScoreAccumulator(method);
            Array.ForEach(weights, weight => accumulator.Add(weight));
            var shares = new Score[weights.Length];

            ScoreShares.Divide(method, accumulator.Score, weights, shares);

            Assert.True(accumulator.Score.TenThousandths == shares.Sum(static share => share.TenThousandths), $"seed {Seed}, round {round}");
            Assert.All(shares, static share => Assert.InRange(share.TenThousandths, 0, Score.One));
        }
    }

    [Fact]
    public void Divide_OnlyWeightlessFactors_GivesNoShares()
    {
        var shares = new Score[2];

        ScoreShares.Divide(ScoringMethod.Sum, new(0), [new(0), new(0)], shares);

        Assert.Equal([new Score(0), new Score(0)], shares);
    }

    [Fact]
    public void Divide_AnotherNumberOfShares_Throws()
        => Assert.Throws<ArgumentException>(static () => ScoreShares.Divide(ScoringMethod.Sum, new(1), [new(1)], new Score[2]));
}
