using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.References;

public sealed class ReferenceFilterTests
{
    [Fact]
    public void MayContain_ManyReferences_FindsEachAndFewStrangersInTwoAndAHalfBytesEach()
    {
        const int Count = 200_000;
        var random = new Random(3);
        var filter = new ReferenceFilter(Count);
        var added = Enumerable.Range(0, Count).Select(_ => KeyEntry.FingerprintOf((ulong)random.NextInt64() << 1)).ToArray();
        Array.ForEach(added, filter.Add);
        Assert.DoesNotContain(added, fingerprint => !filter.MayContain(fingerprint));
        Assert.InRange(filter.Bytes.Length, 2.5 * Count, (2.5 * Count) + 32);
        var strangers = Enumerable.Range(0, Count).Count(_ => filter.MayContain(KeyEntry.FingerprintOf((ulong)random.NextInt64() << 1)));
        Assert.InRange(strangers, 1, 150);
    }

    [Fact]
    public void Add_SlicedFilter_KeepsEachSliceWithinASixtyFourth()
    {
        const int Count = 64_000;
        const uint Slice = 5;
        var random = new Random(6);
        var filter = new ReferenceFilter(Count, isSliced: true);
        var hashes = Enumerable.Range(0, Count / 64).Select(_ => ((ulong)random.NextInt64() << 6) | Slice).ToArray();
        Array.ForEach(hashes, filter.Add);

        Assert.DoesNotContain(hashes, hash => !filter.MayContain(hash));
        var slice = filter.Bytes.Length / 64.0;
        Assert.InRange(filter.Bytes.IndexOfAnyExcept((byte)0), (Slice * slice) - 32, (Slice * slice) + 64);
        Assert.InRange(filter.Bytes.LastIndexOfAnyExcept((byte)0), ((Slice + 1) * slice) - 64, ((Slice + 1) * slice) + 32);
        Assert.InRange(Enumerable.Range(0, Count).Count(_ => filter.MayContain(((ulong)random.NextInt64() << 6) | Slice)), 1, 60);
    }

    /// <summary>The filter is kept in segments, so that its bits are what they were.</summary>
    [Fact]
    public void Add_SomeReferences_SetsTheBitsOfTheDefinition()
    {
        uint[] salts = [0x47B6_137B, 0x4497_4D91, 0x8824_AD5B, 0xA2B7_289D, 0x7054_95C7, 0x2DF1_424B, 0x9EFC_4947, 0x5C6B_FB31];
        const ulong Spread = 0x9E37_79B9_7F4A_7C15;
        var random = new Random(4);
        var filter = new ReferenceFilter(1_000);
        var expected = new uint[filter.Bytes.Length / sizeof(uint)];
        for (var i = 0; i < 1_000; i++)
        {
            var fingerprint = KeyEntry.FingerprintOf((ulong)random.NextInt64());
            filter.Add(fingerprint);
            var mixed = fingerprint * Spread;
            mixed = (mixed ^ (mixed >> 32)) * Spread;
            var block = (int)(((mixed >> 32) * (ulong)(expected.Length / salts.Length)) >> 32);
            for (var word = 0; word < salts.Length; word++)
            {
                expected[(block * salts.Length) + word] |= 1u << (int)(((uint)mixed * salts[word]) >> 27);
            }
        }

        Assert.Equal(System.Runtime.InteropServices.MemoryMarshal.AsBytes<uint>(expected).ToArray(), filter.Bytes.ToArray());
    }

    [Fact]
    public void MayContain_Empty_FindsNothing() => Assert.False(new ReferenceFilter(0).MayContain(42));
}
