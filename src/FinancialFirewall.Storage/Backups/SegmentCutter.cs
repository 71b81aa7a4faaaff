using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Writes segments anew without the records of later times. In each partition the records stand in the order of their times, so what stays has no gaps.</summary>
/// <param name="from">Where the segments are.</param>
/// <param name="to">Where they go.</param>
/// <param name="time">The last time that stays.</param>
internal sealed class SegmentCutter(SegmentStoreSetup from, SegmentStoreSetup to, Instant time)
{
    private readonly BlockCache cache = new(1024 * 1024);
    private int lastId;

    /// <summary>Writes what stays of a segment; one that stays as it is is not written.</summary>
    /// <returns>What the manifest says of it now: the same where it stays as it is, <see langword="null"/> where nothing of it stays.</returns>
    /// <exception cref="Damages.StorageDamageException">The segment is damaged.</exception>
    public async ValueTask<SegmentEntry?> CutAsync(SegmentEntry entry, CancellationToken cancellationToken)
    {
        var segment = await Segment.OpenAsync(from, CutTaking.PathOf(entry), ++lastId, entry, cache);
        try
        {
            if (segment.Footer.Chunks.LastAt <= time.UnixMicroseconds)
            {
                return entry;
            }

            var kept = segment.Footer.Records.Partitions.Select(range => new PartitionCursor(segment, range, from.Facts)).ToList();
            return await MergeAsync(entry, kept, cancellationToken);
        }
        finally
        {
            await segment.ReleaseAsync();
        }
    }

    /// <summary>Puts the partitions together in the order of time, as their records were written.</summary>
    private async ValueTask<SegmentEntry?> MergeAsync(SegmentEntry entry, List<PartitionCursor> partitions, CancellationToken cancellationToken)
    {
        var queue = new PriorityQueue<PartitionCursor, (long At, int Partition)>();
        foreach (var partition in partitions)
        {
            await AdvanceAsync(queue, partition);
        }

        if (queue.Count == 0)
        {
            return null;
        }

        var path = CutTaking.PathOf(entry);
        await using var file = new SegmentFileWriter(to, path, new SegmentHeader(entry.Tenant, entry.FirstFile, entry.LastFile, time));
        var builder = new SegmentBuilder(file, to.Facts);
        while (queue.TryDequeue(out var partition, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Add(partition.Partition, partition.Epoch, partition.Sequence, partition.Record.Span);
            await builder.DrainAsync();
            await AdvanceAsync(queue, partition);
        }

        var (length, crc) = await builder.FinishAsync();
        return entry with { Length = length, Crc = crc };
    }

    private async ValueTask AdvanceAsync(PriorityQueue<PartitionCursor, (long At, int Partition)> queue, PartitionCursor partition)
    {
        if (await partition.MoveNextAsync() && partition.At <= time)
        {
            queue.Enqueue(partition, (partition.At.UnixMicroseconds, partition.Partition));
        }
    }
}
