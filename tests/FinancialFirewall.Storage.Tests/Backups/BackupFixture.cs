using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.Segments;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Tests.Backups;

/// <summary>A data directory on one simulated disk and its backup on another, beside a list of what was answered when; everything from one seed.</summary>
internal sealed class BackupFixture
{
    public static readonly TenantId Demo = new("demo");
    public static readonly TenantId Other = new("other");

    private readonly List<Written> records = [];
    private readonly List<(StateKey Key, byte Value, Instant Began, Instant Answered)> states = [];
    private readonly Dictionary<StateKey, long> etags = [];

    public BackupFixture(int seed)
    {
        Random = new Random(seed);
        Source = new SimulatedDisk(Random);
        Target = new SimulatedDisk(Random);
        Scheduler = new SeededScheduler(Random);
    }

    public Random Random { get; }

    public SimulatedDisk Source { get; }

    public SimulatedDisk Target { get; }

    public SeededScheduler Scheduler { get; }

    public TestTime Time { get; } = new();

    public TestMasterKeys MasterKeys { get; } = new();

    public void Run(Func<Task> main) => Scheduler.Run(main);

    public async Task<DataDirectory> OpenAsync(IDisk? disk = null)
    {
        var opened = await DataDirectory.OpenAsync(SetUp(disk ?? Source));
        Assert.True(opened.IsSuccess, opened.IsSuccess ? "" : opened.Errors[0].Message);
        return opened.Value;
    }

    /// <summary>What a directory on a disk is opened with.</summary>
    public DataDirectorySetup SetUp(IDisk disk) => new(disk, MasterKeys, Scheduler, Time, NextRandom, new TestRecord.Facts())
    {
        Log = new() { FileBytes = 4_000, BufferBytes = 64 * 1024, MinimumFreeBytes = 0, MaximumWaitingFiles = 3 },
        Segments = new() { MergeCount = 3, CacheBytes = 16 * 1024 },
        States = new() { CompactionSlackBytes = 2_000 },
    };

    public ulong NextRandom() => (ulong)Random.NextInt64();

    /// <summary>Records some payments and changes some states, a moment apart.</summary>
    public async Task WorkAsync(DataDirectory directory, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Time.Pass();
            if (Random.Next(4) == 0)
            {
                await WriteStateAsync(directory.States);
            }
            else
            {
                await WriteRecordsAsync(directory.Journal, Random.Next(5) == 0 ? Other : Demo, Random.Next(3), Random.Next(1, 6));
            }
        }
    }

    public async Task<BackupReport> BackUpAsync(DataDirectory directory, BackupOptions? options = null)
    {
        await using var hold = await directory.HoldAsync();
        var written = await new BackupWriter(Source, hold.Cut, Target, options ?? new()).WriteAsync();
        return written.IsSuccess ? written.Value : throw new InvalidOperationException(written.Errors[0].Message);
    }

    /// <summary>Brings back a point on a disk without faults.</summary>
    public async Task<SimulatedDisk> RestoreAsync(int? point = null, Backup? backup = null)
    {
        backup ??= (await Backup.OpenAsync(Target)).Value;
        var disk = new SimulatedDisk(Random);
        var restored = await new BackupRestore(backup, disk, new()).RestoreAsync(backup.Find(point).Value);
        Assert.True(restored.IsSuccess, restored.IsSuccess ? "" : restored.Errors[0].Message);
        return disk;
    }

    /// <summary>Brings back a time on a disk without faults.</summary>
    public async Task<(SimulatedDisk Disk, RestoreReport Report)> RestoreAsync(Instant time)
    {
        var disk = new SimulatedDisk(Random);
        var restored = await new BackupRestore((await Backup.OpenAsync(Target)).Value, disk, new())
            .RestoreAsync(new RestoreTime(time, MasterKeys, NextRandom));
        Assert.True(restored.IsSuccess, restored.IsSuccess ? "" : restored.Errors[0].Message);
        return (disk, restored.Value);
    }

    /// <summary>A restored directory verifies, opens, and holds all that was answered at a time and nothing that began later.</summary>
    public async Task CheckAsync(IDisk disk, Instant time, Instant? statesTime = null)
    {
        var report = await new DataDirectoryVerifier(disk, MasterKeys).VerifyAsync();
        Assert.Null(report.KeyProblem);
        Assert.Empty(report.Damages);
        Assert.Empty(report.TornTails);
        await using var directory = await OpenAsync(disk);
        foreach (var partition in records.GroupBy(record => (record.Tenant, record.Partition)))
        {
            await CheckPartitionAsync(directory, [.. partition], time);
        }

        foreach (var key in etags.Keys)
        {
            await CheckStateAsync(directory.States, key, statesTime ?? time);
        }
    }

    private static async Task CheckPartitionAsync(DataDirectory directory, List<Written> written, Instant time)
    {
        var found = 0;
        await foreach (var batch in directory.Journal.ReadAsync(written[0].Tenant, written[0].Partition, 1))
        {
            for (var i = 0; i < batch.Count; i++, found++)
            {
                Assert.Equal(written[found].Bytes, batch[i].ToArray());
            }
        }

        Assert.InRange(found, written.Count(record => record.Answered <= time), written.Count(record => record.Began <= time));
    }

    private async Task CheckStateAsync(IStateStore store, StateKey key, Instant time)
    {
        var changes = states.Where(state => state.Key == key).ToList();
        var found = (await store.ReadAsync(key))?.Bytes.Span[0];
        var possible = changes.Where(state => state.Began <= time && state.Answered > time).Select(state => (byte?)state.Value)
            .Append(changes.FindLast(state => state.Answered <= time) is { Key.Name: not null } last ? last.Value : null);
        Assert.Contains(found, possible);
    }

    private async Task WriteRecordsAsync(IJournal journal, TenantId tenant, int partition, int count)
    {
        var began = Time.Now;
        var batch = new RecordBatch();
        for (var i = 0; i < count; i++)
        {
            var record = TestRecord.Next(Random, began.UnixMicroseconds, partition);
            batch.Add(record, TestRecord.Read(record).ReferenceHash);
        }

        using var reservation = (await journal.ReserveAsync(batch.RequiredBytes)).Value;
        var position = journal.Append(tenant, partition, 1, journal.GetNextSequence(tenant, partition), batch, reservation).Value;
        var (first, start) = (records.Count, 0);
        for (var i = 0; i < count; i++)
        {
            var length = BitConverter.ToInt32(batch.Lengths.Slice(4 * i, 4));
            records.Add(new Written(tenant, partition, batch.Records.Slice(start, length).ToArray(), began));
            start += length;
        }

        await journal.CommitAsync(position);
        records.GetRange(first, count).ForEach(record => record.Answered = Time.Now);
    }

    private async Task WriteStateAsync(IStateStore store)
    {
        var key = new StateKey(Random.Next(2) == 0 ? Demo : Other, "policy", $"{Random.Next(3)}");
        var (began, value) = (Time.Now, (byte)Random.Next(1, 256));
        var bytes = new byte[Random.Next(1, 300)];
        bytes[0] = value;
        var written = await store.WriteAsync(key, bytes, etags.TryGetValue(key, out var etag) ? etag : null);
        etags[key] = written.Value;
        states.Add((key, value, began, Time.Now));
    }

    private sealed class Written(TenantId tenant, int partition, byte[] bytes, Instant began)
    {
        public TenantId Tenant => tenant;

        public int Partition => partition;

        public byte[] Bytes => bytes;

        public Instant Began => began;

        public Instant Answered { get; set; } = new(long.MaxValue);
    }
}
