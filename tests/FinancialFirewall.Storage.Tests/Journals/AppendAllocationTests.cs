using FinancialFirewall.Storage.Journals;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

public sealed class AppendAllocationTests
{
    [Fact]
    public void Append_BatchOfAnySize_AllocatesTheSame()
    {
        var fixture = new JournalFixture();
        var least = new Dictionary<int, long>();
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var batch = new RecordBatch();

            // The first two grow the buffers of the group that fills and of the one that is written.
            _ = await AppendAsync(log, batch, 2_000) + await AppendAsync(log, batch, 2_000);
            foreach (var count in Enumerable.Repeat<int[]>([1, 10, 1_000, 2_000], 3).SelectMany(counts => counts))
            {
                // A collection that another test causes counts what is left of this thread's room: what an append allocates, it allocates each time.
                least[count] = Math.Min(least.GetValueOrDefault(count, long.MaxValue), await AppendAsync(log, batch, count));
            }
        });

        Assert.All(least.Values, bytes => Assert.InRange(bytes, 0, 500));
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
