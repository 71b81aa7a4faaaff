using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Histories;

public sealed class DistinctSeriesTests
{
    private const int Longest = 40;

    [Fact]
    public void Contains_AnyNumberOfValues_FindsEachOfThem()
    {
        for (var count = 0; count <= Longest; count++)
        {
            var items = Values(count, static i => unchecked((long)(0x9E3779B97F4A7C15 * (ulong)(i + 1))));

            for (var place = 0; place < count; place++)
            {
                Assert.Equal(place, DistinctSeries.IndexOf(items, items[place].Value));
            }

            Assert.False(DistinctSeries.Contains(items, 0x1234_5678_9ABC_DEF0));
        }
    }

    // Halves of a value that stand in neighbours, or beside a stamp, are no value.
    [Theory]
    [InlineData(0x0000_0001_0000_0002)]
    [InlineData(0x0000_0002_0000_0001)]
    [InlineData(0x0000_0007_0000_0001)]
    [InlineData(0x0000_0001_0000_0007)]
    [InlineData(0x0000_0007_0000_0007)]
    [InlineData(0x0000_0002_0000_0002)]
    public void Contains_HalvesOfOtherValues_FindsNothing(long value)
    {
        const int Stamp = 7;
        for (var count = 1; count <= Longest; count++)
        {
            var items = new ValueBucket[count];
            Array.Fill(items, new ValueBucket(0x0000_0001_0000_0001, Stamp, 0));
            Assert.False(DistinctSeries.Contains(items, value));
            for (var place = 0; place < count; place++)
            {
                items[place].Value = value;
                Assert.True(DistinctSeries.Contains(items, value));
                items[place].Value = 0x0000_0001_0000_0001;
            }
        }
    }

    [Fact]
    public void Renew_AnyPlace_MovesLaterItemsUpAndTheNewOneBehindThem()
    {
        for (var place = 0; place < Longest; place++)
        {
            var items = Values(Longest, static i => i);
            DistinctSeries.Renew(items, place, new ValueBucket(-1, 9, 0));

            Assert.Equal([.. Enumerable.Range(0, Longest).Where(i => i != place).Select(static i => (long)i), -1L], items.Select(static item => item.Value));
            Assert.Equal(9, items[^1].Stamp);
        }
    }

    private static ValueBucket[] Values(int count, Func<int, long> value) => [.. Enumerable.Range(0, count).Select(i => new ValueBucket(value(i), i, 0))];
}
