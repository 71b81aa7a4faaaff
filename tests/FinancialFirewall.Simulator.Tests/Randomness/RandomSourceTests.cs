using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Tests.Randomness;

public sealed class RandomSourceTests
{
    [Fact]
    public void NextBits_FromOnePath_IsAlwaysTheSame()
    {
        Assert.Equal(RandomSource.For(1, 2, 3).NextBits(), RandomSource.For(1, 2, 3).NextBits());
        Assert.NotEqual(RandomSource.For(1, 2, 3).NextBits(), RandomSource.For(1, 3, 2).NextBits());
    }

    [Fact]
    public void Below_ManyDraws_AreSpreadEvenly()
    {
        var random = RandomSource.For(1);
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
        {
            counts[random.Below(10)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Occurrences_ManyDraws_HaveTheAverage()
    {
        var random = RandomSource.For(2);
        var sum = Enumerable.Range(0, 20_000).Sum(_ => random.Occurrences(1_500));

        Assert.InRange(sum, 29_400, 30_600);
    }

    [Fact]
    public void Draw_Spread_HasItsQuantiles()
    {
        var random = RandomSource.For(3);
        var spread = new Spread((0, 100), (500, 200), (1000, 1_000));
        var values = Enumerable.Range(0, 20_000).Select(_ => spread.Draw(random)).ToList();

        Assert.InRange(values.Min(), 100, 101);
        Assert.InRange(values.Max(), 995, 1_000);
        Assert.InRange(values.Count(value => value < 200), 9_700, 10_300);
        Assert.InRange(values.Count(value => value < 600), 14_600, 15_400);
    }
}
