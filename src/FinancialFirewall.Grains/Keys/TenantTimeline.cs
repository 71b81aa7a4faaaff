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
internal sealed class TenantTimeline(IJournal journal, TenantId tenant, IReadOnlyList<long>? from = null)
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
            foreach (var end in journal.GetPartitions(tenant).Where(end => end.Partition < positions.Length))
            {
                var cursor = new Cursor(journal.ReadAsync(tenant, end.Partition, positions[end.Partition] + 1, cancellationToken).GetAsyncEnumerator(cancellationToken));
                await AdvanceAsync(next, cursor);
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

    private sealed class Cursor(IAsyncEnumerator<JournalBatch> batches) : IAsyncDisposable
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
                return true;
            }

            index = 0;
            return hasBatch = await batches.MoveNextAsync();
        }

        public ValueTask DisposeAsync() => batches.DisposeAsync();
    }
}
