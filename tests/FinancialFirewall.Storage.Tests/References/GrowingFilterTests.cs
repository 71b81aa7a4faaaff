using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Tests.References;

public sealed class GrowingFilterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public void MayContain_MoreThanExpected_FindsEachAndFewStrangers(int expected)
    {
        const int Count = 50_000;
        var random = new Random(5);
        var filter = new GrowingFilter(expected);
        var hashes = Enumerable.Range(0, Count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue)).ToList();
        hashes.ForEach(filter.Add);

        Assert.All(hashes, hash => Assert.True(filter.MayContain(hash)));
        Assert.InRange(Enumerable.Range(0, Count).Count(_ => filter.MayContain((ulong)random.NextInt64(long.MinValue, long.MaxValue))), 0, Count / 200);

        // Two and a half bytes each; the last filter may have room for four times as many as all before it.
        Assert.InRange(filter.AllocatedBytes, Count * 2, Count * 13);
    }
}
