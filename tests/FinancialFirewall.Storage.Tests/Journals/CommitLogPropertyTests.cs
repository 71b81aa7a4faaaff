using System.Text;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

/// <summary>The log against lists in memory, under random appends, crashes at random operations, and recoveries that crash themselves.</summary>
public sealed class CommitLogPropertyTests
{
    private const int Lives = 4;

    [Fact]
    public void Log_CrashesAndRecovers_KeepsAllAnsweredAndNothingElse()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            try
            {
                Live(seed);
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}: {exception}");
            }
        }
    }

    private static void Live(int seed)
    {
        var fixture = new JournalFixture(seed) { Options = new() { FileBytes = 3_000, BufferBytes = 8_192, MinimumFreeBytes = 0 } };
        var model = new Dictionary<(TenantId Tenant, int Partition), PartitionModel>();
        for (var life = 0; life < Lives; life++)
        {
            fixture.Disk.CrashAt = fixture.Disk.Operations + fixture.Random.Next(5, 160);
            try
            {
                fixture.Run(() => WorkAsync(fixture, model));
            }
            catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
            {
                // Expected: the power went.
            }

            fixture.Disk.Restart();
            fixture.Run(() => CheckAsync(fixture, model));
        }
    }

    private static async Task WorkAsync(JournalFixture fixture, Dictionary<(TenantId Tenant, int Partition), PartitionModel> model)
    {
        var log = await fixture.OpenAsync();
        if (fixture.Random.Next(10) == 0)
        {
            fixture.Disk.FailingFlushes = 1;
        }

        var writers = Enumerable.Range(0, fixture.Random.Next(1, 6)).Select(writer => WriteAllAsync(fixture, log, model, writer));
        await Task.WhenAll(writers);
        await log.DisposeAsync();
    }

    private static async Task WriteAllAsync(
        JournalFixture fixture, CommitLog log, Dictionary<(TenantId Tenant, int Partition), PartitionModel> model, int writer)
    {
        var key = (writer % 2 == 0 ? Demo : Other, writer);
        model.TryAdd(key, new PartitionModel());
        var batch = new RecordBatch();
        for (var i = 0; i < 12; i++)
        {
            batch.Clear();
            var records = Enumerable.Range(0, fixture.Random.Next(1, 5)).Select(_ => RandomRecord(fixture.Random)).ToList();
            records.ForEach(record => batch.Add(record, HashOf(record)));
            using var reservation = (await log.ReserveAsync(batch.RequiredBytes)).Value;
            var position = log.Append(key.Item1, key.writer, 1, log.GetNextSequence(key.Item1, key.writer), batch, reservation).Value;
            model[key].Appended.AddRange(records);
            await log.CommitAsync(position);
            model[key].Answered = model[key].Appended.Count;
        }
    }

    private static byte[] RandomRecord(Random random)
    {
        var record = new byte[random.Next(1, random.Next(2, 700))];
        random.NextBytes(record);
        return record;
    }

    private static async Task CheckAsync(JournalFixture fixture, Dictionary<(TenantId Tenant, int Partition), PartitionModel> model)
    {
        fixture.Disk.FailingFlushes = 0;
        var log = await fixture.OpenAsync();
        var expectedReferences = 0;
        foreach (var ((tenant, partition), kept) in model)
        {
            var found = new List<byte[]>();
            await foreach (var batch in log.ReadAsync(tenant, partition, 1))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    found.Add(batch[i].ToArray());
                }
            }

            Assert.InRange(found.Count, kept.Answered, kept.Appended.Count);
            for (var i = 0; i < found.Count; i++)
            {
                Assert.Equal(kept.Appended[i], found[i]);
            }

            expectedReferences += found.Count(record => HashOf(record) is not null);
            kept.Appended.RemoveRange(found.Count, kept.Appended.Count - found.Count);
            kept.Answered = found.Count;
            await CheckOneAsync(fixture, log, tenant, partition, kept);
        }

        Assert.Equal(expectedReferences, fixture.References.Count);
        await log.DisposeAsync();
    }

    private static async Task CheckOneAsync(JournalFixture fixture, CommitLog log, TenantId tenant, int partition, PartitionModel kept)
    {
        if (kept.Answered == 0)
        {
            return;
        }

        var index = fixture.Random.Next(kept.Answered);
        var record = await log.ReadRecordAsync(tenant, partition, index + 1);
        Assert.Equal(Encoding.Latin1.GetString(kept.Appended[index]), Encoding.Latin1.GetString(record!.Bytes.Span));
        if (HashOf(kept.Appended[index]) is { } hash)
        {
            var candidates = new RecordAddress[64];
            var count = await fixture.References.FindAsync(tenant, hash, candidates);
            Assert.Contains(new RecordAddress(partition, index + 1), candidates[..Math.Min(count, 64)]);
        }
    }

    private sealed class PartitionModel
    {
        public List<byte[]> Appended { get; } = [];

        public int Answered { get; set; }
    }
}
