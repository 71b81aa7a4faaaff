using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class KeyCollectionTests
{
    [Theory]
    [InlineData(0, 40)]
    [InlineData(100, 40)]
    [InlineData(20_000, 40)]
    [InlineData(20_000, 12)]
    [InlineData(20_000, 3)]
    [InlineData(20_000, 0)]
    public void Sort_AnyEntries_HasTheOrderOfComparing(int count, int varyingBits)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            using var collection = new KeyCollection();
            var expected = new List<KeyEntry>();
            for (var sequence = 1; sequence <= count; sequence++)
            {
                var fingerprint = KeyEntry.FingerprintOf((ulong)random.NextInt64(1L << varyingBits) << 24 << random.Next(2));
                var entry = new KeyEntry(fingerprint, KeyEntry.AddressOf(random.Next(4), sequence));
                collection.Add(entry);
                expected.Add(entry);
            }

            expected.Sort();
            Assert.True(expected.SequenceEqual(collection.Sort().ToArray()), $"seed {seed}");
        }
    }
}
