using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Tests.References;

public sealed class ReferenceTableTests
{
    private static readonly TenantId Demo = new("demo");
    private static readonly TenantId Other = new("other");

    [Fact]
    public async Task FindAsync_ManyReferences_FindsEachAndFewStrangers()
    {
        const int Count = 300_000;
        var table = new ReferenceTable();
        for (var i = 1; i <= Count; i++)
        {
            table.Add(1, Demo, Hash(i), new RecordAddress(i % 64, i));
        }

        var candidates = new RecordAddress[16];
        var strangers = 0;
        for (var i = 1; i <= Count; i++)
        {
            var found = await table.FindAsync(Demo, Hash(i), candidates);
            Assert.Contains(new RecordAddress(i % 64, i), candidates[..found]);
            strangers += found - 1;
        }

        Assert.Equal(Count, table.Count);

        // A fingerprint of 32 bits: about n² / 2³² pairs of strangers.
        Assert.InRange(strangers, 0, 100);
    }

    [Fact]
    public async Task FindAsync_AnotherTenant_FindsNothing()
    {
        var table = new ReferenceTable();
        table.Add(1, Demo, 42, new RecordAddress(1, 1));
        Assert.Equal(0, await table.FindAsync(Other, 42, new RecordAddress[1]));
        Assert.Equal(0, await table.FindAsync(Demo, 43, new RecordAddress[1]));
    }

    [Fact]
    public async Task MayContain_SeveralOverFilesAndTenants_SaysItOfEach()
    {
        var table = new ReferenceTable();
        table.Add(1, Demo, 1, new RecordAddress(1, 1));
        table.Add(2, Demo, [(2, new RecordAddress(1, 2)), (3, new RecordAddress(1, 3))]);
        table.Add(2, Other, 4, new RecordAddress(1, 1));
        var found = new bool[5];
        Array.Fill(found, true);

        table.MayContain(Demo, [4, 3, 2, 1], found);
        Assert.Equal([false, true, true, true, true], found);
        table.Release(1);
        table.MayContain(Demo, [4, 3, 2], found);
        Assert.Equal([false, true, true], found[..3]);
        Assert.Equal(3, table.Count);
        Assert.Equal(0, await table.FindAsync(Demo, 1, new RecordAddress[1]));
        Assert.Equal(1, await table.FindAsync(Demo, 2, new RecordAddress[1]));
        table.Release(2);
        table.MayContain(Demo, [4, 3, 2, 1], found);
        Assert.Equal([false, false, false, false, true], found);
        Assert.Equal(0, table.AllocatedBytes);
    }

    [Fact]
    public async Task FindAsync_MoreThanFits_TellsHowMany()
    {
        var table = new ReferenceTable();
        for (var i = 1; i <= 3; i++)
        {
            table.Add(1, Demo, 42, new RecordAddress(ushort.MaxValue, i));
        }

        var candidates = new RecordAddress[2];
        Assert.Equal(3, await table.FindAsync(Demo, 42, candidates));
        Assert.All(candidates, candidate => Assert.Equal(ushort.MaxValue, candidate.Partition));
        Assert.Equal(2, candidates.Distinct().Count());
    }

    [Fact]
    public async Task Add_MoreOfOneHashThanASegmentHolds_FindsAll()
    {
        const int Count = 5_000;
        var table = new ReferenceTable();
        for (var i = 1; i <= Count; i++)
        {
            table.Add(1, Demo, 42, new RecordAddress(0, i));
            if (i % 100 == 0)
            {
                table.Add(1, Demo, Hash(i), new RecordAddress(1, i));
            }
        }

        Assert.Equal(Count, await table.FindAsync(Demo, 42, new RecordAddress[1]));
        Assert.Equal(1, await table.FindAsync(Demo, Hash(100), new RecordAddress[1]));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(65_536, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 1L << 48)]
    public void Add_ImpossibleAddress_IsRefused(int partition, long sequence)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ReferenceTable().Add(1, Demo, 1, new RecordAddress(partition, sequence)));

    [Fact]
    public void Add_AMillionReferences_TakesAtMostTwentyBytesEach()
    {
        const int Count = 1_000_000;
        var table = new ReferenceTable();
        for (var i = 1; i <= Count; i++)
        {
            table.Add(1, Demo, Hash(i), new RecordAddress(0, i));
        }

        Assert.InRange(table.AllocatedBytes, 12 * Count, 20 * Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(int value)
    {
        var hash = (ulong)value * 0x9E37_79B9_7F4A_7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58_476D_1CE4_E5B9;
        return hash ^ (hash >> 31);
    }
}
