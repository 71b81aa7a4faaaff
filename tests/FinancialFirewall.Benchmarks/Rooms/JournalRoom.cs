using BenchmarkDotNet.Attributes;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Benchmarks.Rooms;

/// <summary>Appending records and waiting until they are on disk. The more records share a commit, the less the disk counts.</summary>
[InProcess, MemoryDiagnoser]
public class JournalRoom
{
    private const int RecordBytes = 500;
    private const int Partition = 0;

    private static readonly TenantId Tenant = new("rooms");

    private readonly RecordBatch batch = new();
    private readonly byte[] record = new byte[RecordBytes];
    private Firewall firewall = null!;
    private IJournal journal = null!;
    private ulong reference;
    private long epoch;

    /// <summary>How many records are appended together.</summary>
    [Params(1, 64, 1024)]
    public int Records { get; set; }

    /// <summary>Opens a journal.</summary>
    [GlobalSetup]
    public void Open()
    {
        firewall = Firewall.StartAsync(Path.GetTempPath()).GetAwaiter().GetResult();
        journal = firewall.Services.GetRequiredService<IJournal>();
        epoch = journal.OpenEpoch(Tenant, Partition);
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Close() => firewall.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Reserves room, appends, and waits for the commit.</summary>
    [Benchmark]
    public async Task AppendAndCommit()
    {
        using var reservation = (await journal.ReserveAsync(RecordBatch.RequiredBytesFor(Records, Records * RecordBytes))).Value;
        batch.Clear();
        for (var i = 0; i < Records; i++)
        {
            batch.Add(record, ++reference);
        }

        var position = journal.Append(Tenant, Partition, epoch, journal.GetNextSequence(Tenant, Partition), batch, reservation).Value;
        await journal.CommitAsync(position);
    }
}
