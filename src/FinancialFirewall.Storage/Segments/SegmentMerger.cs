using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Makes one segment of neighbouring ones. Full blocks are copied as they are; only what is small is unpacked and packed anew. Memory is that of the new
/// footer and filter, whatever the size.
/// </summary>
internal sealed class SegmentMerger(SegmentStoreSetup setup, SegmentStore store)
{
    /// <summary>Merges segments of one tenant, which come oldest first; then they are gone.</summary>
    public async ValueTask MergeAsync(IReadOnlyList<Segment> inputs)
    {
        var (first, last) = (inputs[0].Entry, inputs[^1].Entry);
        var header = new SegmentHeader(first.Tenant, first.FirstFile, last.LastFile, Instant.From(setup.Time.GetUtcNow()));
        await using var file = store.Begin(header);
        var footer = new PackedWriter();
        (await WriteAsync(file, inputs)).Write(footer);
        var (length, crc) = await file.FinishAsync(footer.WrittenMemory);
        var merged = await store.PlaceAsync(new SegmentEntry(first.Tenant, first.FirstFile, last.LastFile, length, crc));
        await store.CommitAsync(store.End, [merged], inputs);
        store.Switch(store.End, [merged], inputs);
        await store.DeleteAsync(inputs);
    }

    private static async ValueTask<SegmentFooter> WriteAsync(SegmentFileWriter file, IReadOnlyList<Segment> inputs)
    {
        var records = await MergeRecordsAsync(file, inputs);
        var chunks = await MergeChunksAsync(file, inputs);
        var filter = new ReferenceFilter(inputs.Sum(input => input.Footer.References.EntryCount));
        var references = await MergeKeysAsync(file, inputs, BlockKind.References, filter);
        var accounts = await MergeKeysAsync(file, inputs, BlockKind.Accounts, null);
        var (offset, pieces) = await FilterWriter.WriteAsync(file, filter);
        return new(inputs.Sum(input => input.Footer.RecordBytes), records, chunks, references, accounts, offset, pieces);
    }

    private static async ValueTask<RecordDirectory> MergeRecordsAsync(SegmentFileWriter file, IReadOnlyList<Segment> inputs)
    {
        var writer = new RecordBlockWriter(file);
        var runsOf = inputs.ToDictionary(input => input, CountRuns);
        var partitions = new SortedSet<int>(inputs.SelectMany(input => input.Footer.Records.Partitions).Select(range => range.Partition));
        foreach (var partition in partitions)
        {
            foreach (var input in inputs)
            {
                if (input.Footer.Records.Find(partition) is { } range)
                {
                    await MergeRangeAsync(file, writer, input, range, runsOf[input]);
                }
            }
        }

        return writer.Finish();
    }

    private static int[] CountRuns(Segment segment)
    {
        var counts = new int[segment.Footer.Records.BlockCount];
        foreach (var block in segment.Footer.Records.Partitions.SelectMany(range => range.RunBlocks))
        {
            counts[block]++;
        }

        return counts;
    }

    private static async ValueTask MergeRangeAsync(SegmentFileWriter file, RecordBlockWriter writer, Segment input, PartitionRange range, int[] runsOf)
    {
        var batch = new JournalBatch();
        for (var run = 0; run < range.RunStarts.Length; run++)
        {
            var first = range.FirstSequence + range.RunStarts[run];
            var end = run + 1 < range.RunStarts.Length ? range.FirstSequence + range.RunStarts[run + 1] : range.LastSequence + 1;
            var (offset, length) = input.Footer.Records[range.RunBlocks[run]];
            var block = runsOf[range.RunBlocks[run]] == 1 ? await ReadSealedAsync(input, offset, length) : [];
            if (block.Length > 0 && BlockCodec.RawLength(block) >= RecordBlockWriter.BlockBytes / 2)
            {
                writer.AddSealed(range.Partition, first, (int)(end - first), range.Epoch, block);
            }
            else
            {
                await input.LoadAsync(batch, range.Partition, first);
                for (var i = 0; i < batch.Count; i++)
                {
                    writer.Add(range.Partition, batch.Epoch, first + i, batch[i].Span);
                }
            }

            await file.DrainAsync();
        }
    }

    private static async ValueTask<byte[]> ReadSealedAsync(Segment input, long offset, int length)
    {
        var block = new byte[length];
        await input.ReadRawAsync(offset, block);
        return BlockCodec.Check(block) is { } problem ? throw Segment.Damage(input.Path, offset, problem) : block;
    }

    private static async ValueTask<ChunkDirectory> MergeChunksAsync(SegmentFileWriter file, IReadOnlyList<Segment> inputs)
    {
        var writer = new ChunkWriter(file);
        var small = new FactChunkBuilder();
        foreach (var input in inputs)
        {
            for (var i = 0; i < input.Footer.Chunks.Count; i++)
            {
                var place = input.Footer.Chunks[i];
                var chunk = await input.ReadChunkAsync(place);
                if (small.Count > 0 && small.Count + chunk.Count > FactChunk.Capacity)
                {
                    writer.Add(small.Build());
                }

                if (small.Count == 0 && chunk.Count >= FactChunk.Capacity / 2)
                {
                    writer.AddSealed(chunk, await ReadSealedAsync(input, place.Offset, place.Length));
                }
                else
                {
                    small.Add(chunk);
                }

                await file.DrainAsync();
            }
        }

        if (small.Count > 0)
        {
            writer.Add(small.Build());
        }

        return writer.Directory;
    }

    private static async ValueTask<KeyDirectory> MergeKeysAsync(
        SegmentFileWriter file, IReadOnlyList<Segment> inputs, BlockKind kind, ReferenceFilter? filter)
    {
        var writer = new KeyRunWriter(file, kind);
        var queue = new PriorityQueue<KeyRunCursor, KeyEntry>();
        foreach (var input in inputs)
        {
            var cursor = new KeyRunCursor(input, kind);
            if (await cursor.MoveNextAsync())
            {
                queue.Enqueue(cursor, cursor.Current);
            }
        }

        while (queue.TryDequeue(out var cursor, out var entry))
        {
            writer.Add(entry);
            filter?.Add(entry.Fingerprint);
            if (await cursor.MoveNextAsync())
            {
                queue.Enqueue(cursor, cursor.Current);
            }

            await file.DrainAsync();
        }

        writer.Finish();
        return writer.Directory;
    }
}
