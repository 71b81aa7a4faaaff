using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Journals;

/// <summary>A log on a simulated disk, everything from one seed.</summary>
internal sealed class JournalFixture
{
    public static readonly TenantId Demo = new("demo");
    public static readonly TenantId Other = new("other");

    public JournalFixture(int seed = 1)
    {
        Random = new Random(seed);
        Disk = new SimulatedDisk(Random);
        Scheduler = new SeededScheduler(Random);
    }

    public Random Random { get; }

    public SimulatedDisk Disk { get; set; }

    public SeededScheduler Scheduler { get; }

    public ReferenceTable References { get; private set; } = new();

    public CommitLogOptions Options { get; set; } = new() { MinimumFreeBytes = 0 };

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public CommitLogSetup Setup()
    {
        References = new ReferenceTable();
        return new CommitLogSetup(
            Disk, "journal", TestKeyring.Shared.For(KeyPurpose.Journal), Scheduler, new FixedTime(), () => (ulong)Random.NextInt64(), References, HashOf)
        {
            Options = Options,
        };
    }

    public static ulong? HashOf(ReadOnlySpan<byte> record)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var value in record)
        {
            hash = (hash ^ value) * 1_099_511_628_211;
        }

        return record.IsEmpty || record[0] == (byte)'-' ? null : hash;
    }

    public void Run(Func<Task> main) => Scheduler.Run(main);

    public async Task<Result<CommitLog>> TryOpenAsync()
    {
        await Disk.CreateDirectoryAsync("journal");
        await Disk.SyncDirectoryAsync("");
        return await CommitLog.OpenAsync(Setup());
    }

    public async Task<CommitLog> OpenAsync()
    {
        var opened = await TryOpenAsync();
        return opened.Value;
    }

    public static async Task<JournalPosition> AppendAsync(CommitLog log, TenantId tenant, int partition, params string[] records)
    {
        var batch = new RecordBatch();
        foreach (var record in records)
        {
            batch.Add(Text(record), HashOf(Text(record)));
        }

        using var reservation = (await log.ReserveAsync(batch.RequiredBytes)).Value;
        return log.Append(tenant, partition, 1, log.GetNextSequence(tenant, partition), batch, reservation).Value;
    }

    public static async Task WriteAsync(CommitLog log, TenantId tenant, int partition, params string[] records)
        => await log.CommitAsync(await AppendAsync(log, tenant, partition, records));

    public static async Task<List<string>> ReadAsync(IJournal log, TenantId tenant, int partition, long from = 1)
    {
        var found = new List<string>();
        await foreach (var batch in log.ReadAsync(tenant, partition, from))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                Assert.Equal(from + found.Count, batch.FirstSequence + i);
                found.Add(Encoding.UTF8.GetString(batch[i].Span));
            }
        }

        return found;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
