using FinancialFirewall.Storage.Journals;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

public sealed class AppendAllocationTests
{
    [Fact]
    public void Append_BatchOfAnySize_AllocatesTheSame()
    {
        var fixture = new JournalFixture();
        var allocated = new List<long>();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var batch = new RecordBatch();
            foreach (var count in new[] { 2_000, 2_000, 1, 10, 1_000, 2_000, 1, 2_000 })
            {
                allocated.Add(await AppendAsync(log, batch, count));
            }
        });

        // The first two rounds grow the buffers of the group that fills and of the one that is written.
        Assert.All(allocated[2..], bytes => Assert.InRange(bytes, 0, 500));
    }

    private static async Task<long> AppendAsync(CommitLog log, RecordBatch batch, int count)
    {
        var record = new byte[275];
        record[0] = 1;
        using var reservation = (await log.ReserveAsync(RecordBatch.RequiredBytesFor(count, count * record.Length))).Value;
        var position = Measure(() =>
        {
            batch.Clear();
            for (var i = 0; i < count; i++)
            {
                batch.Add(record, (ulong)i);
            }

            return log.Append(Demo, 0, 1, log.GetNextSequence(Demo, 0), batch, reservation).Value;
        });
        await log.CommitAsync(position.Position);
        return position.Bytes;
    }

    private static (JournalPosition Position, long Bytes) Measure(Func<JournalPosition> append)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var position = append();
        return (position, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
