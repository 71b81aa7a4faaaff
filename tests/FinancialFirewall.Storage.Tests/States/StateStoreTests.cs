using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.States;

public sealed class StateStoreTests
{
    private static readonly TenantId Demo = new("demo");
    private static readonly StateKey Key = new(Demo, "toggles", "k");

    [Fact]
    public void WriteAsync_ETags_GuardEachOther() => Run(async store =>
    {
        Assert.Null(await store.ReadAsync(Key));
        var first = (await store.WriteAsync(Key, new byte[] { 1 }, null)).Value;
        var refused = (await store.WriteAsync(Key, new byte[] { 2 }, null)).Errors[0];
        Assert.Equal("ETAG_MISMATCH", refused.Code);
        Assert.Equal($"The state has the ETag {first} and none was expected: read it again.", refused.Message);
        var second = (await store.WriteAsync(Key, new byte[] { 2 }, first)).Value;
        Assert.Equal("ETAG_MISMATCH", (await store.WriteAsync(Key, new byte[] { 3 }, first)).Errors[0].Code);
        var read = await store.ReadAsync(Key);
        Assert.Equal((second, (byte)2), (read!.ETag, read.Bytes.Span[0]));
        Assert.Null(await store.ReadAsync(Key with { Tenant = new TenantId("other") }));

        Assert.Equal("ETAG_MISMATCH", (await store.DeleteAsync(Key, first)).Errors[0].Code);
        Assert.True((await store.DeleteAsync(Key, second)).Value > second);
        Assert.Null(await store.ReadAsync(Key));
        Assert.Equal(0, (await store.DeleteAsync(Key, null)).Value);
        Assert.True((await store.WriteAsync(Key, new byte[] { 4 }, null)).Value > second + 1);
    });

    [Fact]
    public void ReadAsync_OfAClosedStore_FailsAndDoesNotSayThatThereIsNothing() => Run(async store =>
    {
        await store.WriteAsync(Key, new byte[] { 1 }, null);
        await store.DisposeAsync();

        Exception? failure = null;
        try
        {
            await store.ReadAsync(Key);
        }
        catch (ObjectDisposedException closed)
        {
            failure = closed;
        }

        Assert.NotNull(failure);
    });

    [Fact]
    public void WriteAsync_TwoAtOnceWithOneETag_OneWins() => Run(async store =>
    {
        var first = (await store.WriteAsync(Key, new byte[] { 1 }, null)).Value;
        var both = await Task.WhenAll(
            store.WriteAsync(Key, new byte[] { 2 }, first).AsTask(), store.WriteAsync(Key, new byte[] { 3 }, first).AsTask());
        Assert.Single(both, result => result.IsSuccess);
    });

    [Fact]
    public void WriteAllAsync_OneETagIsAnother_WritesNothing() => Run(async store =>
    {
        var (first, second) = (Key, Key with { Key = "l" });
        var written = (await store.WriteAllAsync([new StateWrite(first, new byte[] { 1 }, null), new StateWrite(second, new byte[] { 2 }, null)])).Value;
        Assert.Equal([1L, 2L], written);

        var refused = await store.WriteAllAsync([new StateWrite(first, new byte[] { 3 }, written[0]), new StateWrite(second, new byte[] { 4 }, written[0])]);
        Assert.Equal(("ETAG_MISMATCH", "demo/toggles/l"), (refused.Errors[0].Code, refused.Errors[0].Member));
        Assert.Equal((1, 2), ((await store.ReadAsync(first))!.Bytes.Span[0], (await store.ReadAsync(second))!.Bytes.Span[0]));

        Assert.Equal([3L, 4L], (await store.WriteAllAsync([new StateWrite(second, new byte[] { 6 }, written[1]), new StateWrite(first, new byte[] { 5 }, written[0])])).Value);
        Assert.Equal((5, 6), ((await store.ReadAsync(first))!.Bytes.Span[0], (await store.ReadAsync(second))!.Bytes.Span[0]));
    });

    [Fact]
    public void WriteAllAsync_TwoTenantsOrOneStateTwice_IsABug() => Run(async store =>
    {
        var write = new StateWrite(Key, new byte[] { 1 }, null);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.WriteAllAsync([write, write]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.WriteAllAsync([write, write with { Key = Key with { Tenant = new TenantId("other") } }]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.WriteAllAsync([]));
    });

    [Fact]
    public void WriteAsync_TooLarge_IsRefused() => Run(
        async store => Assert.Equal("STATE_TOO_LARGE", (await store.WriteAsync(Key, new byte[10_001], null)).Errors[0].Code));

    [Fact]
    public void List_Prefix_IsByTenantAndName() => Run(async store =>
    {
        string[] keys = ["b2", "a", "b1", "c"];
        foreach (var key in keys)
        {
            await store.WriteAsync(Key with { Key = key }, new byte[] { 1 }, null);
        }

        await store.WriteAsync(new StateKey(new TenantId("other"), "toggles", "b3"), new byte[] { 1 }, null);
        await store.WriteAsync(new StateKey(Demo, "lists", "b4"), new byte[] { 1 }, null);
        Assert.Equal(["b1", "b2"], store.List(Demo, "toggles", "b").Select(key => key.Key), StringComparer.Ordinal);
        Assert.Equal(["demo", "other"], store.GetTenants().Select(tenant => tenant.Name), StringComparer.Ordinal);
    });

    [Fact]
    public void WriteAsync_MuchOutdated_CompactsAndKeepsAll()
    {
        var (disk, scheduler, open) = Machine(new Random(1));
        scheduler.Run(async () =>
        {
            await using var store = await open();
            long? etag = null;
            long? deleted = (await store.WriteAsync(Key with { Key = "gone" }, new byte[10], null)).Value;
            deleted = (await store.DeleteAsync(Key with { Key = "gone" }, deleted)).Value;
            await store.WriteAsync(Key with { Key = "still" }, new byte[] { 7 }, null);
            for (var i = 0; i < 100; i++)
            {
                etag = (await store.WriteAsync(Key, new byte[] { (byte)i }, etag)).Value;
                Assert.Equal((byte)i, (await store.ReadAsync(Key))!.Bytes.Span[0]);
                Assert.Equal(7, (await store.ReadAsync(Key with { Key = "still" }))!.Bytes.Span[0]);
            }

            Assert.True((await store.WriteAsync(Key with { Key = "gone" }, new byte[10], null)).Value > etag);
        });
        var generations = disk.Files.Select(file => file.Split('/')[1]).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEqual("0000000001", Assert.Single(generations), StringComparer.Ordinal);
        scheduler.Run(async () =>
        {
            await using var store = await open();
            Assert.Equal(99, (await store.ReadAsync(Key))!.Bytes.Span[0]);
            Assert.Equal(7, (await store.ReadAsync(Key with { Key = "still" }))!.Bytes.Span[0]);
        });
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Compaction_NewLogCannotBeWritten_FailsAndLosesNothing(bool flushes, bool losesPower)
    {
        var (disk, scheduler, open) = Machine(new Random(1));
        var last = -1;
        disk.Writing = (path, _, _) =>
        {
            var isNew = path.Contains(".tmp", StringComparison.Ordinal);
            (disk.FailingFlushes, disk.FailingWrites) = (isNew && flushes ? 1 : 0, isNew && !flushes ? 1 : 0);
        };
        scheduler.Run(async () =>
        {
            await using var store = await open();
            await store.WriteAsync(Key with { Key = "still" }, new byte[] { 7 }, null);
            var failed = await Record.ExceptionAsync(async () =>
            {
                long? etag = null;
                for (; last < 100; last++)
                {
                    etag = (await store.WriteAsync(Key, new byte[] { (byte)(last + 1) }, etag)).Value;
                }
            });
            Assert.IsType<JournalFailedException>(failed);
        });
        (disk.Writing, disk.FailingFlushes, disk.FailingWrites) = (null, 0, 0);
        if (losesPower)
        {
            disk.Restart();
        }
        else
        {
            disk.EndProcess();
        }

        scheduler.Run(async () =>
        {
            await using var store = await open();
            Assert.InRange((await store.ReadAsync(Key))!.Bytes.Span[0], last, last + 1);
            Assert.Equal(7, (await store.ReadAsync(Key with { Key = "still" }))!.Bytes.Span[0]);
        });
    }

    [Fact]
    public void Store_CrashesAtAnyOperation_KeepsAllAnsweredWrites()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            try
            {
                Live(new Random(seed));
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}: {exception}");
            }
        }
    }

    private static void Live(Random random)
    {
        var (disk, scheduler, open) = Machine(random);
        var answered = new Dictionary<StateKey, StateValue?>();
        var pending = new Dictionary<StateKey, byte[]?>();
        for (var life = 0; life < 4; life++)
        {
            disk.CrashAt = disk.Operations + random.Next(5, 200);
            try
            {
                scheduler.Run(async () =>
                {
                    var store = await open();
                    await Task.WhenAll(Enumerable.Range(0, 3).Select(writer => WriteAsync(store, random, $"{writer}", answered, pending)));
                    await store.DisposeAsync();
                });
            }
            catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
            {
                // Expected: the power went.
            }

            disk.Restart();
            scheduler.Run(() => CheckAsync(open, answered, pending));
        }
    }

    private static async Task WriteAsync(
        StateStore store, Random random, string name, Dictionary<StateKey, StateValue?> answered, Dictionary<StateKey, byte[]?> pending)
    {
        var key = Key with { Key = name };
        for (var i = 0; i < 15; i++)
        {
            var bytes = random.Next(4) == 0 ? null : new byte[random.Next(1, 300)];
            pending[key] = bytes;
            var etag = answered.GetValueOrDefault(key)?.ETag;
            var result = bytes is null ? await store.DeleteAsync(key, etag) : await store.WriteAsync(key, bytes, etag);
            answered[key] = bytes is null ? null : new StateValue(bytes, result.Value);
            pending.Remove(key);
        }
    }

    private static async Task CheckAsync(
        Func<Task<StateStore>> open, Dictionary<StateKey, StateValue?> answered, Dictionary<StateKey, byte[]?> pending)
    {
        await using var store = await open();
        foreach (var name in new[] { "0", "1", "2" })
        {
            var key = Key with { Key = name };
            var found = await store.ReadAsync(key);
            var expected = answered.GetValueOrDefault(key);
            var isAnswered = found?.ETag == expected?.ETag && found?.Bytes.Length == expected?.Bytes.Length;
            var isPending = pending.TryGetValue(key, out var bytes) && found?.Bytes.Length == bytes?.Length;
            Assert.True(isAnswered || isPending, $"{key}: found {found}, expected {expected}");
            answered[key] = found;
        }

        pending.Clear();
    }

    private static (SimulatedDisk Disk, SeededScheduler Scheduler, Func<Task<StateStore>> Open) Machine(Random random)
    {
        var disk = new SimulatedDisk(random);
        var scheduler = new SeededScheduler(random);
        var setup = new CommitLogSetup(
            disk, "states", TestKeyring.Shared.For(KeyPurpose.States), scheduler, new StillTime(static () => DateTimeOffset.UnixEpoch), () => (ulong)random.NextInt64(), new ReferenceTable(), static _ => null)
        {
            Options = new() { MinimumFreeBytes = 0 },
        };
        return (disk, scheduler, async () =>
        {
            await disk.CreateDirectoryAsync("states");
            await disk.SyncDirectoryAsync("");
            return (await StateStore.OpenAsync(setup, new() { MaximumStateBytes = 10_000, CompactionSlackBytes = 3_000 })).Value;
        });
    }

    private static void Run(Func<StateStore, Task> test)
    {
        var (_, scheduler, open) = Machine(new Random(1));
        scheduler.Run(async () =>
        {
            await using var store = await open();
            await test(store);
        });
    }
}
