using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Makes one segment of neighbouring ones. Memory is that of the new footer and filter, whatever the size.
/// </summary>
internal sealed class SegmentMerger(SegmentStoreSetup setup, SegmentStore store, UrgentMoves before)
{
    private const int WindowBytes = 256 * 1024;

    /// <summary>Merges segments of one tenant, which come oldest first; then they are gone.</summary>
    /// <param name="inputs">The segments.</param>
    public async ValueTask MergeAsync(IReadOnlyList<Segment> inputs)
    {
        var (first, last) = (inputs[0].Entry, inputs[^1].Entry);
        var header = new SegmentHeader(first.Tenant, first.FirstFile, last.LastFile, Instant.From(setup.Time.GetUtcNow()));
        await using var file = store.Begin(header, before);
        var footer = new PackedWriter();
        (await WriteAsync(file, inputs)).Write(footer);
        var (length, crc) = await file.FinishAsync(footer.WrittenMemory);
        var merged = await store.PlaceAsync(new SegmentEntry(first.Tenant, first.FirstFile, last.LastFile, length, crc));
        await store.CommitAsync(store.End, [merged], inputs);
        store.Switch(store.End, [merged], inputs);
        await store.DeleteAsync(inputs);
    }

    private async ValueTask<SegmentFooter> WriteAsync(SegmentFileWriter file, IReadOnlyList<Segment> inputs)
    {
        var records = new RecordMerge(file, setup.Disk);
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

    /// <summary>Opens a chunk beside the bytes that it is stored as.</summary>
    private static FactChunk Open(Segment input, in ChunkPlace place, ReadOnlySpan<byte> stored, PackedWriter scratch)
    {
        scratch.Clear();
        var copy = scratch.Take(stored.Length);
        stored.CopyTo(copy);
        return input.OpenChunk(place, copy);
    }

    private static async ValueTask<ChunkDirectory> MergeChunksAsync(SegmentFileWriter file, IReadOnlyList<Segment> inputs)
    {
        var writer = new ChunkWriter(file);
        var small = new FactChunkBuilder();
        var opened = new PackedWriter();
        foreach (var input in inputs)
        {
            var window = new SegmentWindow(input, WindowBytes);
            for (var i = 0; i < input.Footer.Chunks.Count; i++)
            {
                var place = input.Footer.Chunks[i];
                var stored = await window.ReadAsync(place.Offset, place.Length);
                var chunk = Open(input, place, stored.Span, opened);
                if (small.Count > 0 && small.Count + chunk.Count > FactChunk.Capacity)
                {
                    writer.Add(small.Build());
                }

                if (small.Count == 0 && chunk.Count >= FactChunk.Capacity / 2)
                {
                    writer.AddSealed(chunk, stored.Span);
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
