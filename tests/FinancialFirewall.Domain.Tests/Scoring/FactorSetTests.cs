using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Scoring;

public sealed class FactorSetTests
{
    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0 }, 1)]
    [InlineData(new[] { 0, 63, 64, 127, 128, 255 }, 256)]
    [InlineData(new[] { 7, 100 }, 101)]
    public void Add_Places_AreFoundAgainInOrder(int[] places, int end)
    {
        var set = default(FactorSet);
        foreach (var place in places)
        {
            set.Add(place);
        }

        var found = new List<int>();
        for (var place = set.NextFrom(0); place >= 0; place = set.NextFrom(place + 1))
        {
            found.Add(place);
        }

        Assert.Equal(places, found);
        Assert.Equal((places.Length, end, places.Length == 0), (set.Count, set.End, set.IsEmpty));
        Assert.All(Enumerable.Range(0, FactorSet.Capacity), place => Assert.Equal(places.Contains(place), set.Contains(place)));
        var bytes = new byte[(set.End + 7) / 8];
        set.Write(bytes);
        Assert.Equal(set, FactorSet.Read(bytes));
        Assert.Equal((end, end), (FactorSet.EndOf(set, default), FactorSet.EndOf(default, set)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void ReadWord_WhateverIsBehindTheSet_ReadsTheSetAlone(int length)
    {
        var bytes = Enumerable.Range(0, 16).Select(static i => (byte)(0xF0 + i)).ToArray();
        var word = Enumerable.Range(0, length).Aggregate(0UL, (all, i) => all | ((ulong)bytes[i] << (8 * i)));

        Assert.Equal(word, FactorSet.ReadWord(bytes, length));
        Assert.Equal(word, FactorSet.ReadWord(bytes.AsSpan(0, length), length));
    }
}
