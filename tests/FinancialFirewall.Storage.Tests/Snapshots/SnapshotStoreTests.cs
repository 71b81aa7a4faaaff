using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Snapshots;

public sealed class SnapshotStoreTests
{
    private static readonly TenantId Demo = new("demo");

    [Fact]
    public void SaveAsync_SeveralTimes_KeepsTheNewestTwo() => Run(1, async (disk, store) =>
    {
        for (var i = 1; i <= 4; i++)
        {
            await store.SaveAsync(Demo, "p7", i * 10, new byte[] { (byte)i });
        }

        await store.SaveAsync(Demo, "p70", 5, new byte[] { 99 });
        Assert.Equal(
            ["snapshots/demo/p7-0000000000000000030.ff", "snapshots/demo/p7-0000000000000000040.ff", "snapshots/demo/p70-0000000000000000005.ff"],
            disk.Files);
        var load = await store.LoadAsync(Demo, "p7");
        Assert.Equal((40, (byte)4, 0), (load.Snapshot!.ThroughSequence, load.Snapshot.Bytes.Span[0], load.Skipped.Count));
        Assert.Null((await store.LoadAsync(Demo, "p")).Snapshot);
        Assert.Null((await store.LoadAsync(new TenantId("other"), "p7")).Snapshot);
    });

    [Fact]
    public void LoadAsync_AnyByteDamaged_FallsBackAndReports() => Run(1, async (disk, store) =>
    {
        await store.SaveAsync(Demo, "p7", 10, new byte[] { 1, 1, 1 });
        await store.SaveAsync(Demo, "p7", 20, new byte[] { 2, 2, 2 });
        const string Newest = "snapshots/demo/p7-0000000000000000020.ff";
        for (var at = 0; at < disk.Content(Newest).Length; at++)
        {
            disk.Flip(Newest, at, at % 8);
            var load = await store.LoadAsync(Demo, "p7");
            Assert.Equal(10, load.Snapshot!.ThroughSequence);
            Assert.Equal(Newest, Assert.Single(load.Skipped).File);
            disk.Flip(Newest, at, at % 8);
        }

        Assert.Equal(20, (await store.LoadAsync(Demo, "p7")).Snapshot!.ThroughSequence);
    });

    [Fact]
    public void SaveAsync_CrashAtAnyOperation_LeavesAWholeSnapshot()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var random = new Random(seed);
            var disk = new SimulatedDisk(random);
            var scheduler = new SeededScheduler(random);
            var store = Store(disk, random);
            var answered = 0L;
            scheduler.Run(async () =>
            {
                await disk.CreateDirectoryAsync("snapshots");
                await disk.SyncDirectoryAsync("");
            });
            disk.CrashAt = disk.Operations + random.Next(1, 60);
            Assert.Throws<SimulatedCrashException>(() => scheduler.Run(async () =>
            {
                while (true)
                {
                    await store.SaveAsync(Demo, "p7", answered + 1, new byte[2_000]);
                    answered++;
                }
            }));
            disk.Restart();
            scheduler.Run(async () =>
            {
                var load = await store.LoadAsync(Demo, "p7");
                Assert.Empty(load.Skipped);
                var found = load.Snapshot?.ThroughSequence ?? 0;
                Assert.True(found >= answered, $"seed {seed}: found {found} of {answered}");
                await store.SaveAsync(Demo, "p7", found + 1, new byte[] { 1 });
            });
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("../x")]
    public void SaveAsync_ImpossibleName_IsABug(string name) => Run(1, async (_, store) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.SaveAsync(Demo, name, 1, default)));

    private static SnapshotStore Store(SimulatedDisk disk, Random random)
        => new(disk, "snapshots", TestKeyring.Shared.For(KeyPurpose.Snapshots), () => (ulong)random.NextInt64(), TimeProvider.System);

    private static void Run(int seed, Func<SimulatedDisk, SnapshotStore, Task> test)
    {
        var random = new Random(seed);
        var disk = new SimulatedDisk(random);
        new SeededScheduler(random).Run(async () =>
        {
            await disk.CreateDirectoryAsync("snapshots");
            await test(disk, Store(disk, random));
        });
    }
}
