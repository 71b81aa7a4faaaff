using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Tests.References;

public sealed class TenantFiltersTests
{
    private const int PerFile = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(TenantFilters.FilesTogether)]
    [InlineData(TenantFilters.FilesTogether + 1)]
    [InlineData(5 * TenantFilters.FilesTogether)]
    public void MayContain_SomeFilesReleased_FindsAllOfTheOthers(int fileCount)
    {
        var filters = new TenantFilters();
        var files = Enumerable.Range(1, fileCount).Select(file => Fill(filters, (uint)file, PerFile)).ToList();
        for (var released = 0; released < fileCount; released++)
        {
            filters.Release((uint)released);
            Assert.All(files[released..].SelectMany(static hashes => hashes), hash => Assert.True(filters.MayContain(hash)));
        }

        filters.Release((uint)fileCount);
        Assert.True(filters.IsEmpty);
        Assert.Equal(0, filters.AllocatedBytes);
        Assert.DoesNotContain(files.SelectMany(static hashes => hashes), filters.MayContain);
    }

    [Fact]
    public void Ask_Many_SaysTheSameOfEach()
    {
        var filters = new TenantFilters();
        var known = Enumerable.Range(1, 12).SelectMany(file => Fill(filters, (uint)file, PerFile)).ToArray();
        var strangers = Hashes(new Random(99), PerFile);
        ulong[] all = [.. known, .. strangers];
        var found = new bool[all.Length + 1];
        found[^1] = true;

        filters.Ask(all, found);

        Assert.Equal([.. all.Select(filters.MayContain), true], found);
        Assert.All(found[..known.Length], Assert.True);
        Assert.InRange(found[known.Length..^1].Count(static isFound => isFound), 0, PerFile / 100);
    }

    [Fact]
    public void For_FilesOfOneSize_TakesOneFilterThatFitsForEight()
    {
        var filters = new TenantFilters();
        Fill(filters, 1, PerFile);

        // Nobody said how many would come in the first, so it has two; the second knows of it, and all that follow are in its filter.
        var first = filters.AllocatedBytes;
        Fill(filters, 2, PerFile);
        var both = filters.AllocatedBytes;
        Assert.InRange(both - first, PerFile * TenantFilters.FilesTogether * 5 / 2, PerFile * TenantFilters.FilesTogether * 3);
        for (var file = 3u; file < 2 + TenantFilters.FilesTogether; file++)
        {
            Fill(filters, file, PerFile);
            Assert.Equal(both, filters.AllocatedBytes);
        }

        Fill(filters, 2 + TenantFilters.FilesTogether, PerFile);
        Assert.True(filters.AllocatedBytes > both);
    }

    private static List<ulong> Fill(TenantFilters filters, uint file, int count)
    {
        var hashes = Hashes(new Random((int)file), count);
        hashes.ForEach(hash => filters.For(file).Add(hash));
        return hashes;
    }

    private static List<ulong> Hashes(Random random, int count)
        => [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
}
