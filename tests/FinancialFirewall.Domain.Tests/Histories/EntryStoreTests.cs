using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Histories;

public sealed class EntryStoreTests
{
    private static readonly WindowPlan Plan = WindowPlan.Create(
    [
        new WindowDefinition("count", AggregateFunction.Count, 600, OverText: false),
        new WindowDefinition("distinct", AggregateFunction.Distinct, 86_400, OverText: false),
    ]).Value;

    [Fact]
    public void TryAppend_LongSeriesInAnyOrder_LeavesDevicesBeforeThem()
    {
        var store = new EntryStore(Plan);
        var entry = store.Add("DE02120300000000202051"u8);
        for (var i = 0; i < 300; i++)
        {
            Assert.True(store.TryAppend(entry, 0, new CountBucket((uint)i)));
            Assert.True(store.TryAppend(entry, 1, new ValueBucket(i, 0, 0)));
            if (i % 40 == 20)
            {
                DeviceSeries.See(store, entry, (ulong)i);
            }
        }

        var (devices, counts, values) = (store.Run(entry, store.DeviceRun), store.Run(entry, 0), store.Run(entry, 1));
        Assert.Equal(Plan.RowBytes + 24, devices.Start * EntryStore.Unit);
        Assert.Equal(devices.Start + devices.Room, counts.Start);
        Assert.Equal(counts.Start + counts.Room, values.Start);
        Assert.Equal([20, 60, 100, 140, 180, 220, 260], store.Devices(entry).ToArray());
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => (uint)i), EntryStore.Items<CountBucket>(store.Block(entry), counts).ToArray().Select(static item => item.Bits));
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => (long)i), EntryStore.Items<ValueBucket>(store.Block(entry), values).ToArray().Select(static item => item.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void TryAppend_AnyOrder_LeavesTheRestOfTheBlockToTheLastRun(int seed)
    {
        var random = new Random(seed);
        var store = new EntryStore(Plan);
        var entry = store.Add("DE02120300000000202051"u8);
        var (counts, values, devices) = (new List<uint>(), new List<long>(), new List<ulong>());
        for (var i = 0; i < 600; i++)
        {
            var kind = random.Next(8);
            if (kind == 0 && devices.Count < HistoryTable.MaximumDevicesPerEntry)
            {
                devices.Add((ulong)i);
                DeviceSeries.See(store, entry, (ulong)i);
            }
            else if (kind < 5)
            {
                counts.Add((uint)i);
                Assert.True(store.TryAppend(entry, 0, new CountBucket((uint)i)));
            }
            else
            {
                values.Add(i);
                Assert.True(store.TryAppend(entry, 1, new ValueBucket(i, 0, 0)));
            }

            var block = store.Block(entry);
            var last = store.Run(entry, 1);
            Assert.Equal(block.Length, (last.Start + last.Room) * EntryStore.Unit);
            Assert.Equal(devices, store.Devices(entry).ToArray());
            Assert.Equal(counts, EntryStore.Items<CountBucket>(block, store.Run(entry, 0)).ToArray().Select(static item => item.Bits));
            Assert.Equal(values, EntryStore.Items<ValueBucket>(block, last).ToArray().Select(static item => item.Value));
        }
    }

    [Fact]
    public void See_PlanWithoutWindows_GivesDevicesAllOfTheBlock()
    {
        var store = new EntryStore(WindowPlan.Empty);
        var entry = store.Add("key"u8);
        for (var i = 1; i <= 100; i++)
        {
            DeviceSeries.See(store, entry, (ulong)i);
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(static i => (ulong)i), store.Devices(entry).ToArray());
    }
}
