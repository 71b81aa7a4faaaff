using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Scoring;

public sealed class ScoreAccumulatorTests
{
    [Fact]
    public void Add_EveryPairOfNoisyOrWeights_IsTheExactValueRoundedHalfToEven()
    {
        for (var first = 0; first <= Score.One; first += 37)
        {
            for (var second = 0; second <= Score.One; second += 41)
            {
                var accumulator = new ScoreAccumulator(ScoringMethod.NoisyOr);
                accumulator.Add(new(first));
                accumulator.Add(new(second));

                var exact = 1 - ((1 - (first / 10_000m)) * (1 - (second / 10_000m)));
                Assert.Equal(decimal.Round(exact, 4, MidpointRounding.ToEven), accumulator.Score.ToDecimal());
            }
        }
    }

    [Theory]
    [InlineData(5_000, 1, 5_000)] // 1 − 0.5·0.9999 = 0.50005: the tie goes to the even 0.5000
    [InlineData(5_000, 3, 5_002)] // 0.50015: to the even 0.5002
    public void Add_NoisyOrTie_GoesToTheEvenScore(int first, int second, int score)
    {
        var accumulator = new ScoreAccumulator(ScoringMethod.NoisyOr);
        accumulator.Add(new(first));
        accumulator.Add(new(second));

        Assert.Equal(new Score(score), accumulator.Score);
    }

    [Fact]
    public void Add_NoisyOrFourFactors_RoundsAfterEach()
    {
        var accumulator = new ScoreAccumulator(ScoringMethod.NoisyOr);
        accumulator.Add(new(3_333));
        accumulator.Add(new(3_333)); // 1 − 0.6667·0.6667 = 0.55551111, so 0.5555
        accumulator.Add(new(3_333)); // 1 − 0.4445·0.6667 = 0.70365185, so 0.7037
        accumulator.Add(new(3_333)); // 1 − 0.2963·0.6667 = 0.80245679, so 0.8025; rounded only once, 1 − 0.6667⁴ is 0.8024

        Assert.Equal(new Score(8_025), accumulator.Score);
    }

    [Fact]
    public void Add_UnknownMethod_Throws()
        => Assert.Throws<InvalidOperationException>(static () => new ScoreAccumulator((ScoringMethod)9).Add(new(1)));
}
