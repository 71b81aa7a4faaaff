using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Makes one segment of neighbouring ones. Memory is that of the new footer and filter, whatever the size.
/// </summary>
internal sealed class SegmentMerger(SegmentStoreSetup setup, SegmentStore store)
{
    /// <summary>Merges segments of one tenant, which come oldest first; then they are gone.</summary>
    /// <param name="inputs">The segments.</param>
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
        var records = new RecordMerge(file);
        foreach (var input in inputs)
        {
            await records.AddAsync(input);
        }

        var directory = records.Finish();
        var chunks = await MergeChunksAsync(file, inputs);
        var filter = new ReferenceFilter(inputs.Sum(input => input.Footer.References.EntryCount));
        var references = await KeyMerge.WriteAsync(file, inputs, BlockKind.References, filter);
        var accounts = await KeyMerge.WriteAsync(file, inputs, BlockKind.Accounts, null);
        var (offset, pieces) = await FilterWriter.WriteAsync(file, filter);
        return new(inputs.Sum(input => input.Footer.RecordBytes), directory, chunks, references, accounts, offset, pieces);
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
                var chunk = await input.ReadChunkAsync(place, keeps: false);
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
}
