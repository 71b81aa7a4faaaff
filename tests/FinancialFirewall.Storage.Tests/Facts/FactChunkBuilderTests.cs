using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Tests.Facts;

public sealed class FactChunkBuilderTests
{
    private const long Year = 365L * 24 * 60 * 60 * 1_000_000;

    [Theory]
    [InlineData(20)]
    [InlineData(Year)]
    public void Build_PartitionsMixed_HasTheOrderOfKeysAndTheProfiles(long span)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            var builder = new FactChunkBuilder();
            var added = new List<(FactKey Key, RecordProfile Profile)>();
            var at = new long[5];
            for (var sequence = 1; !builder.IsFull; sequence++)
            {
                var partition = random.Next(at.Length);
                at[partition] = Math.Max(at[partition], random.NextInt64(span));
                var profile = RecordProfile.Of((RecordKind)random.Next(1, 3)) with { PolicyVersion = random.Next(3) };
                var key = new FactKey(at[partition], partition * 9_000, sequence);
                added.Add((key, profile));
                builder.Add(key, profile);
            }

            var chunk = builder.Build();
            var expected = added.OrderBy(record => record.Key).ToList();
            Assert.True(
                expected.SequenceEqual(Enumerable.Range(0, chunk.Count).Select(i => (chunk[i], chunk.Profiles[chunk.ProfileOf(i)]))), $"seed {seed}");
        }
    }

    [Fact]
    public void Build_TimeGoesBackInAPartition_KeepsTheOrderOfSequences()
    {
        var builder = new FactChunkBuilder();
        builder.Add(new FactKey(100, 1, 1), default);
        builder.Add(new FactKey(90, 1, 2), default);
        builder.Add(new FactKey(95, 2, 1), default);
        var chunk = builder.Build();
        Assert.Equal([new FactKey(95, 2, 1), new FactKey(100, 1, 1), new FactKey(100, 1, 2)], Enumerable.Range(0, chunk.Count).Select(i => chunk[i]));
        builder.Add(new FactKey(1, 1, 3), default);
        Assert.Equal(new FactKey(1, 1, 3), builder.Build()[0]);
    }
}
