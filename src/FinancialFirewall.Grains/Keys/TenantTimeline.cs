using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A tenant's committed records over all partitions, in the order of their times. There is no order between partitions but time.</summary>
/// <param name="journal">The journal.</param>
/// <param name="tenant">The tenant.</param>
/// <param name="from">The sequence after which each partition is read; null for all of it.</param>
/// <param name="until">The last sequence of each partition that is read; null for what is committed.</param>
internal sealed class TenantTimeline(IJournal journal, TenantId tenant, IReadOnlyList<long>? from = null, IReadOnlyList<long>? until = null)
{
    private readonly long[] positions = from?.ToArray() ?? new long[TenantGrainKeys.Partitions];

    /// <summary>The sequence up to which each partition was read.</summary>
    public IReadOnlyList<long> Positions => positions;

    /// <summary>Reads on from where the reading before ended, up to what is committed, and hands over each record.</summary>
    /// <param name="take">Takes a record, whose bytes are valid only while it is called.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task ReadAsync(Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken cancellationToken = default)
    {
        var next = new PriorityQueue<Cursor, (Instant At, int Partition)>();
        try
        {
            foreach (var partition in journal.GetPartitions(tenant).Select(static end => end.Partition).Where(partition => partition < positions.Length && positions[partition] < EndOf(partition)))
            {
                var batches = journal.ReadAsync(tenant, partition, positions[partition] + 1, cancellationToken);
                await AdvanceAsync(next, new Cursor(batches.GetAsyncEnumerator(cancellationToken), EndOf(partition)));
            }

            while (next.TryDequeue(out var cursor, out var place))
            {
                await take(cursor.Record);
                positions[place.Partition] = cursor.Sequence;
                await AdvanceAsync(next, cursor);
            }
        }
        finally
        {
            while (next.TryDequeue(out var cursor, out _))
            {
                await cursor.DisposeAsync();
            }
        }
    }

    private long EndOf(int partition) => until?[partition] ?? long.MaxValue;

    private static async ValueTask AdvanceAsync(PriorityQueue<Cursor, (Instant At, int Partition)> next, Cursor cursor)
    {
        if (await cursor.MoveNextAsync())
        {
            next.Enqueue(cursor, (new RecordHeader(cursor.Record.Span).At, cursor.Partition));
        }
        else
        {
            await cursor.DisposeAsync();
        }
    }

    private sealed class Cursor(IAsyncEnumerator<JournalBatch> batches, long last) : IAsyncDisposable
    {
        private int index;
        private bool hasBatch;

        public int Partition => batches.Current.Partition;

        public long Sequence => batches.Current.FirstSequence + index;

        public ReadOnlyMemory<byte> Record => batches.Current[index];

        public async ValueTask<bool> MoveNextAsync()
        {
            if (hasBatch && ++index < batches.Current.Count)
            {
                return Sequence <= last;
            }

            index = 0;
            hasBatch = await batches.MoveNextAsync();
            return hasBatch && Sequence <= last;
        }

        public ValueTask DisposeAsync() => batches.DisposeAsync();
    }
}
