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
    public void MayContain_Empty_FindsNothing() => Assert.False(new ReferenceFilter(0).MayContain(42));
}
