using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>Log and segments on a simulated disk beside a list in memory, everything from one seed.</summary>
internal sealed class ArchiveFixture
{
    private long clock = 1_700_000_000_000_000;

    public ArchiveFixture(int seed)
    {
        Random = new Random(seed);
        Disk = new SimulatedDisk(Random);
        Scheduler = new SeededScheduler(Random);
    }

    public Random Random { get; }

    public SimulatedDisk Disk { get; }

    public SeededScheduler Scheduler { get; }

    public Dictionary<(TenantId Tenant, int Partition), KeptPartition> Model { get; } = [];

    public int FileBytes { get; set; } = 3_000;

    public SegmentOptions Options { get; set; } = new() { MergeCount = 3, CacheBytes = 16 * 1024 };

    /// <summary>The time between two records, at most twice this, in microseconds.</summary>
    public long ClockStep { get; set; } = 1;

    /// <summary>The machine's time, which stands still.</summary>
    public DateTimeOffset UtcNow { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The time of the latest record.</summary>
    public Instant Now => new(clock);

    /// <summary>Before which time records may have been removed, of each tenant.</summary>
    public Dictionary<TenantId, Instant> RemovedBefore { get; } = [];

    public void Run(Func<Task> main) => Scheduler.Run(main);

    public async Task<ArchivedJournal> OpenAsync()
    {
        var opened = await TryOpenAsync();
        Assert.True(opened.IsSuccess, opened.IsSuccess ? "" : opened.Errors[0].Message);
        return opened.Value;
    }

    public async Task<Result<ArchivedJournal>> TryOpenAsync()
    {
        await Disk.CreateDirectoryAsync(DataDirectory.JournalName);
        await Disk.CreateDirectoryAsync(DataDirectory.SegmentsName);
        await Disk.SyncDirectoryAsync("");
        var setup = new DataDirectorySetup(
            Disk, new TestMasterKeys(), Scheduler, new StillTime(() => UtcNow), () => (ulong)Random.NextInt64(), new TestRecord.Facts())
        {
            Log = new() { FileBytes = FileBytes, BufferBytes = 64 * 1024, MinimumFreeBytes = 0, MaximumWaitingFiles = 3 },
            Segments = Options,
        };
        return await ArchivedJournal.OpenAsync(setup, TestKeyring.Shared, CancellationToken.None);
    }

    /// <summary>Appends and commits some records to a partition.</summary>
    public async Task WriteAsync(CommitLog log, TenantId tenant, int partition, int count)
    {
        var kept = Model.TryGetValue((tenant, partition), out var known) ? known : Model[(tenant, partition)] = new KeptPartition();
        var batch = new RecordBatch();
        var epoch = kept.Records.Count / 50;
        for (var i = 0; i < count; i++)
        {
            clock += Random.Next(3) * ClockStep;
            var record = TestRecord.Next(Random, clock, partition);
            batch.Add(record, TestRecord.Read(record).ReferenceHash);
        }

        var reserved = await log.ReserveAsync(batch.RequiredBytes);
        if (!reserved.IsSuccess)
        {
            Assert.Equal("SEGMENTS_BEHIND", reserved.Errors[0].Code);
            throw Disk.IsDead ? new SimulatedCrashException() : new InvalidOperationException(reserved.Errors[0].Message);
        }

        using var reservation = reserved.Value;
        var position = log.Append(tenant, partition, epoch, log.GetNextSequence(tenant, partition), batch, reservation).Value;
        var start = 0;
        for (var i = 0; i < count; i++)
        {
            var length = BitConverter.ToInt32(batch.Lengths.Slice(4 * i, 4));
            kept.Records.Add(batch.Records.Slice(start, length).ToArray());
            kept.Epochs.Add(epoch);
            start += length;
        }

        await log.CommitAsync(position);
        kept.Answered = Math.Max(kept.Answered, (int)log.GetCommittedSequence(tenant, partition));
    }

    /// <summary>Appends and commits one record that the model does not know.</summary>
    public static async Task AppendAsync(CommitLog log, TenantId tenant, int partition, byte[] record)
    {
        var batch = new RecordBatch();
        batch.Add(record, TestRecord.Read(record).ReferenceHash);
        using var reservation = (await log.ReserveAsync(batch.RequiredBytes)).Value;
        await log.CommitAsync(log.Append(tenant, partition, 1, log.GetNextSequence(tenant, partition), batch, reservation).Value);
    }

    /// <summary>Compares everything that is found with what was written, and forgets what a crash took.</summary>
    public async Task CheckAsync(ArchivedJournal journal)
    {
        var references = 0;
        foreach (var ((tenant, partition), kept) in Model)
        {
            await CheckPartitionAsync(journal.Log, tenant, partition, kept);
            references += kept.Records.Skip(kept.Removed).Count(record => TestRecord.Read(record).ReferenceHash is not null);
            await CheckOneAsync(journal, tenant, partition, kept);
        }

        Assert.Equal(references, journal.References.Count);
        await new SearchOracle(this).CheckAsync(journal.Assessments);
    }

    private async Task CheckPartitionAsync(CommitLog log, TenantId tenant, int partition, KeptPartition kept)
    {
        kept.Removed = (int)log.GetFirstSequence(tenant, partition) - 1;
        foreach (var record in kept.Records.Take(kept.Removed))
        {
            Assert.True(TestRecord.Read(record).At < RemovedBefore[tenant], "A record was removed that is not too old.");
        }

        var found = kept.Removed;
        await foreach (var batch in log.ReadAsync(tenant, partition, Random.Next(kept.Removed + 1) + 1))
        {
            Assert.Equal(found + 1, batch.FirstSequence);
            for (var i = 0; i < batch.Count; i++, found++)
            {
                Assert.Equal(kept.Records[found], batch[i].ToArray());
                Assert.Equal(kept.Epochs[found], batch.Epoch);
            }
        }

        Assert.InRange(found, kept.Answered, kept.Records.Count);
        Assert.Equal(found, log.GetCommittedSequence(tenant, partition));
        Assert.Equal(found + 1, log.GetNextSequence(tenant, partition));
        kept.Cut(found);
    }

    private async Task CheckOneAsync(ArchivedJournal journal, TenantId tenant, int partition, KeptPartition kept)
    {
        if (kept.Records.Count == 0)
        {
            return;
        }

        var index = Random.Next(kept.Records.Count);
        var record = await journal.Log.ReadRecordAsync(tenant, partition, index + 1);
        if (index < kept.Removed)
        {
            Assert.Null(record);
            return;
        }

        Assert.Equal(kept.Records[index], record!.Bytes.ToArray());
        Assert.Null(await journal.Log.ReadRecordAsync(tenant, partition, kept.Records.Count + 1));
        if (TestRecord.Read(kept.Records[index]).ReferenceHash is { } hash)
        {
            var candidates = new RecordAddress[8];
            var count = await journal.References.FindAsync(tenant, hash, candidates);
            Assert.Contains(new RecordAddress(partition, index + 1), candidates[..Math.Min(count, 8)]);
        }
    }

    internal sealed class KeptPartition
    {
        public List<byte[]> Records { get; } = [];

        public List<long> Epochs { get; } = [];

        public int Answered { get; set; }

        /// <summary>How many of the first records are known to be removed.</summary>
        public int Removed { get; set; }

        public void Cut(int count)
        {
            Records.RemoveRange(count, Records.Count - count);
            Epochs.RemoveRange(count, Epochs.Count - count);
            Answered = count;
        }
    }
}
