using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

public sealed class CommitLogTests
{
    [Fact]
    public void CommitAsync_AppendedRecords_AreReadableOnlyAfterwards()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var position = await AppendAsync(log, Demo, 3, "a", "b");
            Assert.Equal(0, log.GetCommittedSequence(Demo, 3));
            Assert.Equal(3, log.GetNextSequence(Demo, 3));
            Assert.Empty(await ReadAsync(log, Demo, 3));
            Assert.Null(await log.ReadRecordAsync(Demo, 3, 1));
            Assert.Equal(0, fixture.References.Count);

            await log.CommitAsync(position);
            Assert.Equal(2, log.GetCommittedSequence(Demo, 3));
            Assert.Equal(["a", "b"], await ReadAsync(log, Demo, 3));
            Assert.Equal(Text("b"), (await log.ReadRecordAsync(Demo, 3, 2))!.Bytes.ToArray());
            Assert.Null(await log.ReadRecordAsync(Demo, 3, 3));
            Assert.Null(await log.ReadRecordAsync(Other, 3, 1));
            var candidates = new RecordAddress[4];
            Assert.Equal(1, await fixture.References.FindAsync(Demo, HashOf("b"u8)!.Value, candidates));
            Assert.Equal(new RecordAddress(3, 2), candidates[0]);
        });
    }

    [Fact]
    public void ReadRecordAsync_OfARunReadLately_ReadsNoDisk()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 3, "a", "b");
            await WriteAsync(log, Demo, 3, "c");
            Assert.Equal(Text("a"), (await log.ReadRecordAsync(Demo, 3, 1))!.Bytes.ToArray());

            fixture.Disk.FailsReads = true;
            Assert.Equal(Text("b"), (await log.ReadRecordAsync(Demo, 3, 2))!.Bytes.ToArray());
            await Assert.ThrowsAsync<IOException>(async () => await log.ReadRecordAsync(Demo, 3, 3));
        });
    }

    [Fact]
    public void ReadRecordAsync_WithoutACache_ReadsTheDiskEachTime()
    {
        var fixture = new JournalFixture();
        fixture.Options = fixture.Options with { CacheBytes = 0 };
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 3, "a", "b");
            Assert.Equal(Text("a"), (await log.ReadRecordAsync(Demo, 3, 1))!.Bytes.ToArray());

            fixture.Disk.FailsReads = true;
            await Assert.ThrowsAsync<IOException>(async () => await log.ReadRecordAsync(Demo, 3, 2));
        });
    }

    [Fact]
    public void CommitAsync_ManyWaiters_ShareOneFlush()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 0, "first");
            var before = fixture.Disk.Flushes;
            fixture.Disk.HoldFlushes();
            var held = WriteAsync(log, Demo, 0, "held");
            while (log.GetNextSequence(Demo, 0) != 3)
            {
                await Task.Yield();
            }

            for (var i = 0; i < 50; i++)
            {
                await Task.Yield();
            }

            var waiting = Enumerable.Range(0, 100).Select(partition => WriteAsync(log, partition % 2 == 0 ? Demo : Other, partition + 1, "x")).ToList();
            while (Enumerable.Range(1, 100).Any(partition => log.GetNextSequence(partition % 2 == 1 ? Demo : Other, partition) != 2))
            {
                await Task.Yield();
            }

            fixture.Disk.ReleaseFlushes();
            await held;
            await Task.WhenAll(waiting);
            Assert.Equal(2, fixture.Disk.Flushes - before);
            Assert.Equal(3, log.Counters.Commits);
            Assert.Equal(102, log.Counters.Records);
        });
    }

    [Fact]
    public void Append_OlderEpoch_IsRefused()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var old = log.OpenEpoch(Demo, 0);
            var current = log.OpenEpoch(Demo, 0);
            Assert.Equal((1, 2), (old, current));
            var batch = new RecordBatch();
            batch.Add("x"u8);
            using var reservation = (await log.ReserveAsync(1_000)).Value;
            Assert.Equal("STALE_EPOCH", log.Append(Demo, 0, old, 1, batch, reservation).Errors[0].Code);
            Assert.Equal(1_000, reservation.RemainingBytes);
            await log.CommitAsync(log.Append(Demo, 0, current, 1, batch, reservation).Value);
            Assert.Equal(2, (await log.ReadRecordAsync(Demo, 0, 1))!.Epoch);
        });
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(3, log.OpenEpoch(Demo, 0));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Append_SequenceThatDoesNotFollow_IsRefused(long sequence)
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 0, "a", "b");
            var batch = new RecordBatch();
            batch.Add("x"u8);
            using var reservation = (await log.ReserveAsync(1_000)).Value;
            var error = log.Append(Demo, 0, 1, sequence, batch, reservation).Errors[0];
            Assert.Equal("SEQUENCE_GAP", error.Code);
            Assert.Equal("The next record of this partition is number 3.", error.Message);
        });
    }

    [Fact]
    public void ReserveAsync_FullBuffer_WaitsForTheDisk()
    {
        var fixture = new JournalFixture { Options = new() { BufferBytes = 2_000, MaximumWaiters = 1, MinimumFreeBytes = 0 } };
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal("APPEND_TOO_LARGE", (await log.ReserveAsync(2_001)).Errors[0].Code);
            var first = (await log.ReserveAsync(1_500)).Value;
            var second = log.ReserveAsync(600).AsTask();
            await Task.Yield();
            Assert.False(second.IsCompleted);
            Assert.Equal("JOURNAL_BUSY", (await log.ReserveAsync(1)).Errors[0].Code);
            first.Dispose();
            using var granted = (await second).Value;
            Assert.Equal(600, granted.RemainingBytes);
        });
    }

    [Fact]
    public void ReserveAsync_WaiterThatGivesUp_LeavesItsTurn()
    {
        var fixture = new JournalFixture { Options = new() { BufferBytes = 2_000, MinimumFreeBytes = 0 } };
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            using var held = (await log.ReserveAsync(1_000)).Value;
            using var patience = new CancellationTokenSource();
            var large = log.ReserveAsync(2_000, patience.Token).AsTask();
            var small = log.ReserveAsync(500).AsTask();
            await Task.Yield();
            Assert.False(small.IsCompleted);
            patience.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
            (await small).Value.Dispose();
        });
    }

    [Fact]
    public void CommitAsync_FailedFlush_FailsEverybodyForGood()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 0, "kept");
            var reservation = (await log.ReserveAsync(1_000)).Value;
            fixture.Disk.FailingFlushes = 1;
            var waiting = Enumerable.Range(1, 10).Select(partition => WriteAsync(log, Demo, partition, "x")).ToList();
            foreach (var task in waiting)
            {
                var failure = await Assert.ThrowsAsync<JournalFailedException>(() => task);
                Assert.Equal("journal/log-0000000001.ff", failure.File);
            }

            Assert.Same(await log.Failure, await Assert.ThrowsAsync<JournalFailedException>(async () => await log.ReserveAsync(1)));
            var batch = new RecordBatch();
            batch.Add("x"u8);
            Assert.Throws<JournalFailedException>(() => log.Append(Demo, 0, 1, 2, batch, reservation));
            var flushes = fixture.Disk.Flushes;
            await log.DisposeAsync();
            Assert.Equal(flushes, fixture.Disk.Flushes);
        });
        fixture.Disk.Restart();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(["kept"], await ReadAsync(log, Demo, 0));
        });
    }

    [Fact]
    public void CommitAsync_FullDisk_NamesTheRoom()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 0, "kept");
            fixture.Disk.Capacity = fixture.Disk.Content("journal/log-0000000001.ff").Length + 100;
            var failure = await Assert.ThrowsAsync<JournalFailedException>(() => WriteAsync(log, Demo, 0, "lost"));
            Assert.IsType<DiskFullException>(failure.InnerException);
            Assert.Contains("0 bytes are free", failure.Message, StringComparison.Ordinal);
            await log.DisposeAsync();
        });
        fixture.Disk.Capacity = long.MaxValue;
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(["kept"], await ReadAsync(log, Demo, 0));
            Assert.Equal(100, log.Recovery.TornTail!.Bytes);
        });
    }

    [Fact]
    public void ReserveAsync_NearlyFullDisk_RefusesUntilThereIsRoom()
    {
        var fixture = new JournalFixture { Options = new() { MinimumFreeBytes = 10_000 } };
        fixture.Disk.Capacity = 9_999;
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var error = (await log.ReserveAsync(1)).Errors[0];
            Assert.Equal(("DISK_FULL", "9999"), (error.Code, error.Value));
            fixture.Disk.Capacity = 100_000;
            await WriteAsync(log, Demo, 0, "x");
            Assert.Equal(["x"], await ReadAsync(log, Demo, 0));
        });
    }

    [Fact]
    public void Append_MoreThanReserved_IsABug()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var batch = new RecordBatch();
            using var reservation = (await log.ReserveAsync(10)).Value;
            Assert.Throws<ArgumentException>(() => log.Append(Demo, 0, 1, 1, batch, reservation));
            batch.Add("x"u8);
            Assert.Throws<ArgumentException>(() => log.Append(Demo, 0, 1, 1, batch, reservation));
            Assert.Equal(1, log.GetNextSequence(Demo, 0));
        });
    }

    [Fact]
    public void DisposeAsync_AppendedAndNotCommitted_IsWritten()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            await AppendAsync(log, Demo, 0, "x");
            await log.DisposeAsync();
        });
        fixture.Disk.Restart();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(["x"], await ReadAsync(log, Demo, 0));
        });
    }

    [Fact]
    public void ReadAsync_ManyFilesAndRuns_GivesAllInOrder()
    {
        var fixture = new JournalFixture { Options = new() { FileBytes = 2_048, MaximumOpenFiles = 2, MinimumFreeBytes = 0 } };
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            for (var i = 0; i < 600; i++)
            {
                await WriteAsync(log, i % 3 == 0 ? Other : Demo, i % 2, $"{i}");
            }

            Assert.True(log.Counters.FilesStarted > 20);
            Assert.Equal(Enumerable.Range(0, 600).Where(i => i % 3 != 0 && i % 2 == 0).Select(i => $"{i}"), await ReadAsync(log, Demo, 0), StringComparer.Ordinal);
            Assert.Equal(["597"], await ReadAsync(log, Other, 1, 100));
            Assert.Equal([new PartitionEnd(0, 100), new PartitionEnd(1, 100)], log.GetPartitions(Other));
            Assert.Equal([Demo, Other], log.GetTenants());
        });
    }
}
