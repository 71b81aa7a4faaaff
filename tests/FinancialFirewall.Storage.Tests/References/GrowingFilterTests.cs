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

        // Two and a half bytes each; the last filter may have room for sixteen times as many as the one before it.
        Assert.InRange(filter.AllocatedBytes, Count * 2, Count * 43);
        Assert.Equal((Count, true), (filter.Count, filter.HasGrown));
    }

    [Fact]
    public void Add_Millions_GrowsByAMillionAtTheMost()
    {
        const int Count = 4_000_000;
        var filter = new GrowingFilter(expected: 0);
        for (var i = 0; i < Count; i++)
        {
            filter.Add((ulong)i * 0x9E37_79B9_7F4A_7C15);
        }

        Assert.InRange(filter.AllocatedBytes, Count * 5L / 2, (Count + (1 << 20)) * 5L / 2 * 11 / 10);
    }
}
