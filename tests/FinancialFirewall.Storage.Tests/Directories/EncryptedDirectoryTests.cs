using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.Journals;
using FinancialFirewall.Storage.Tests.Segments;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Directories;

/// <summary>A whole data directory on a simulated disk.</summary>
public sealed class EncryptedDirectoryTests
{
    private const string Marker = "PLAIN-TEXT";
    private static readonly TenantId[] Tenants = [new("demo"), new("other")];

    [Fact]
    public void Directory_CrashesAtAnyOperation_RepeatsNoNonceAndKeepsAllAnswered()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var disk = new SimulatedDisk(random);
            var scheduler = new SeededScheduler(random);
            var collector = new NonceCollector(Marker);
            disk.Writing = collector.Write;
            var source = new TestMasterKeys(1);
            var answered = new Dictionary<(TenantId Tenant, int Partition), int>();
            for (var life = 0; life < 4; life++)
            {
                disk.CrashAt = disk.Operations + random.Next(1, 40) + random.Next(0, 200);
                Live(scheduler, disk, source, random, answered, seed);
                disk.Restart();
            }

            Assert.True(collector.Problems.Count == 0, $"seed {seed}: {string.Join("; ", collector.Problems)}");
            Check(scheduler, disk, source, random, answered, seed);
        }
    }

    [Fact]
    public void OpenAsync_WrongOrLostKeys_IsRefusedAndChangesNothing()
    {
        var random = new Random(1);
        var disk = new SimulatedDisk(random);
        var scheduler = new SeededScheduler(random);
        scheduler.Run(async () =>
        {
            await using (var directory = (await OpenAsync(disk, scheduler, new TestMasterKeys(1), random)).Value)
            {
                await AppendAsync(directory, Tenants[0], 0, 1);
            }

            var files = disk.Files;
            Assert.Equal("MASTER_KEY_WRONG", (await OpenAsync(disk, scheduler, new TestMasterKeys(2), random)).Errors[0].Code);
            Assert.Equal(files, disk.Files);
            disk.Steal("keys/root.ff");
            var lost = (await OpenAsync(disk, scheduler, new TestMasterKeys(1), random)).Errors[0];
            Assert.Equal(("STORAGE_DAMAGED", "keys/root.ff"), (lost.Code, lost.Member));
            Assert.DoesNotContain("keys/root.ff", disk.Files);
        });
    }

    [Fact]
    public void OpenAsync_DirectoryFromBeforeEncryption_SaysWhatToDo()
    {
        var random = new Random(1);
        var disk = new SimulatedDisk(random);
        var scheduler = new SeededScheduler(random);
        disk.Plant(DirectoryManifest.FileName, Encoding.UTF8.GetBytes("""{"format": 1, "id": "0123456789abcdef", "createdAt": "2026-01-01T00:00:00Z"}"""));
        scheduler.Run(async () =>
        {
            var error = (await OpenAsync(disk, scheduler, new TestMasterKeys(1), random)).Errors[0];
            Assert.Equal(("STORAGE_OLDER", "1"), (error.Code, error.Value));
            Assert.Equal(
                "The data directory has format 1, which is not encrypted, and this program reads format 3. Start with another directory, and keep this one for the program that wrote it.",
                error.Message);
        });
    }

    [Fact]
    public void SaveAsync_SnapshotUnderAnotherName_IsSkipped()
    {
        var random = new Random(1);
        var disk = new SimulatedDisk(random);
        var scheduler = new SeededScheduler(random);
        scheduler.Run(async () =>
        {
            await using var directory = (await OpenAsync(disk, scheduler, new TestMasterKeys(1), random)).Value;
            await directory.Snapshots.SaveAsync(Tenants[0], "p1", 5, Encoding.UTF8.GetBytes(Marker));
            disk.Plant("snapshots/demo/p2-0000000000000000005.ff", disk.Content("snapshots/demo/p1-0000000000000000005.ff"));
            Assert.Equal(Marker, Encoding.UTF8.GetString((await directory.Snapshots.LoadAsync(Tenants[0], "p1")).Snapshot!.Bytes.Span));
            var load = await directory.Snapshots.LoadAsync(Tenants[0], "p2");
            Assert.Null(load.Snapshot);
            Assert.Equal("the snapshot is not what key 1 of 'demo' sealed under this name.", Assert.Single(load.Skipped).Found);
        });
    }

    private static void Live(
        SeededScheduler scheduler, SimulatedDisk disk, TestMasterKeys source, Random random, Dictionary<(TenantId, int), int> answered, int seed)
    {
        try
        {
            scheduler.Run(async () =>
            {
                var opened = await OpenAsync(disk, scheduler, source, random);
                Assert.True(opened.IsSuccess, $"seed {seed}: {(opened.IsSuccess ? "" : opened.Errors[0].Message)}");
                for (var step = 0; ; step++)
                {
                    await WorkAsync(opened.Value, source, random, answered, step);
                }
            });
        }
        catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
        {
            Assert.True(disk.IsDead, $"seed {seed}: {exception}");
        }
    }

    private static async Task WorkAsync(
        DataDirectory directory, TestMasterKeys source, Random random, Dictionary<(TenantId Tenant, int Partition), int> answered, int step)
    {
        var tenant = Tenants[random.Next(Tenants.Length)];
        switch (random.Next(8))
        {
            case 0:
                await directory.Snapshots.SaveAsync(tenant, "p1", step + 1, Encoding.UTF8.GetBytes(Marker + step));
                break;
            case 1:
                await directory.Keys.GetCurrentAsync(tenant, Storage.Encryption.KeyPurpose.Journal);
                await directory.Keys.RotateTenantAsync(tenant);
                break;
            case 2:
                source.Keys = [(byte)(source.Keys[0] + 1), source.Keys[0]];
                await directory.Keys.RotateMasterAsync();
                break;
            case 3:
                var key = new StateKey(tenant, "state", Marker);
                var found = await directory.States.ReadAsync(key);
                await directory.States.WriteAsync(key, Encoding.UTF8.GetBytes(Marker + new string('x', 900)), found?.ETag);
                break;
            default:
                var partition = random.Next(2);
                var count = answered.GetValueOrDefault((tenant, partition));
                await AppendAsync(directory, tenant, partition, count + 1);
                answered[(tenant, partition)] = (int)directory.Journal.GetCommittedSequence(tenant, partition);
                break;
        }
    }

    private static async Task AppendAsync(DataDirectory directory, TenantId tenant, int partition, int count)
    {
        var batch = new RecordBatch();
        batch.Add(Encoding.UTF8.GetBytes(Marker + count));
        using var reservation = (await directory.Journal.ReserveAsync(batch.RequiredBytes)).Value;
        var epoch = directory.Journal.OpenEpoch(tenant, partition);
        var position = directory.Journal.Append(tenant, partition, epoch, directory.Journal.GetNextSequence(tenant, partition), batch, reservation).Value;
        await directory.Journal.CommitAsync(position);
    }

    private static void Check(
        SeededScheduler scheduler,
        SimulatedDisk disk,
        TestMasterKeys source,
        Random random,
        Dictionary<(TenantId Tenant, int Partition), int> answered,
        int seed) => scheduler.Run(async () =>
    {
        var opened = await OpenAsync(disk, scheduler, source, random);
        Assert.True(opened.IsSuccess, $"seed {seed}: {(opened.IsSuccess ? "" : opened.Errors[0].Message)}");
        await using var directory = opened.Value;
        foreach (var ((tenant, partition), count) in answered)
        {
            var records = await JournalFixture.ReadAsync(directory.Journal, tenant, partition);
            Assert.True(records.Count >= count, $"seed {seed}: {records.Count} of {count}");
            Assert.All(records, record => Assert.StartsWith(Marker, record, StringComparison.Ordinal));
        }

        foreach (var tenant in Tenants)
        {
            Assert.Empty((await directory.Snapshots.LoadAsync(tenant, "p1")).Skipped);
        }
    });

    private static async Task<Result<DataDirectory>> OpenAsync(SimulatedDisk disk, SeededScheduler scheduler, TestMasterKeys source, Random random)
        => await DataDirectory.OpenAsync(new DataDirectorySetup(
            disk, source, scheduler, new StillTime(static () => DateTimeOffset.UnixEpoch), () => (ulong)random.NextInt64(), new TextFacts())
        {
            Log = new() { FileBytes = 4_096, MinimumFreeBytes = 0 },
            States = new() { CompactionSlackBytes = 2_000 },
        });
}
