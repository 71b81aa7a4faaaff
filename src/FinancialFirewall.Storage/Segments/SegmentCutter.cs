using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Writes a segment anew without the records of later times. In each partition the records stand in the order of their times, so what stays has no gaps. Records
/// are copied as they are stored; the indexes say which of them stay.
/// </summary>
/// <param name="segment">The segment.</param>
/// <param name="time">The last time that stays.</param>
internal sealed class SegmentCutter(Segment segment, Instant time)
{
    private readonly Dictionary<int, long> ends = [];

    /// <summary>Whether all of it stays.</summary>
    public bool IsWhole => segment.Footer.Chunks.LastAt <= time.UnixMicroseconds;

    /// <summary>Writes what stays.</summary>
    /// <param name="setup">Where it goes, and the keys.</param>
    /// <param name="path">The path of the new file.</param>
    /// <returns>What a manifest says of it; <see langword="null"/> where nothing stays, and nothing is written.</returns>
    /// <exception cref="Damages.StorageDamageException">The segment is damaged.</exception>
    public async ValueTask<SegmentEntry?> WriteAsync(SegmentStoreSetup setup, string path)
    {
        if (segment.Footer.Chunks.FirstAt > time.UnixMicroseconds)
        {
            return null;
        }

        var entry = segment.Entry;
        await FindEndsAsync();
        await using var file = new SegmentFileWriter(setup, path, new SegmentHeader(entry.Tenant, entry.FirstFile, entry.LastFile, time));
        var footer = new PackedWriter();
        (await WriteAsync(file)).Write(footer);
        var (length, crc) = await file.FinishAsync(footer.WrittenMemory);
        return entry with { Length = length, Crc = crc };
    }

    private async ValueTask<SegmentFooter> WriteAsync(SegmentFileWriter file)
    {
        var records = new RecordBlockWriter(file);
        var recordBytes = await WriteRecordsAsync(file, records);
        var directory = records.Finish();
        var chunks = await WriteChunksAsync(file);
        var kept = await ReadKeysAsync(BlockKind.References);
        var filter = new ReferenceFilter(kept.Count);
        kept.ForEach(entry => filter.Add(entry.Fingerprint));
        var references = await WriteKeysAsync(file, BlockKind.References, kept);
        var accounts = await WriteKeysAsync(file, BlockKind.Accounts, await ReadKeysAsync(BlockKind.Accounts));
        var (offset, pieces) = await FilterWriter.WriteAsync(file, filter);
        return new(recordBytes, directory, chunks, references, accounts, offset, pieces);
    }

    /// <summary>The last sequence of each partition that stays.</summary>
    private async ValueTask FindEndsAsync()
    {
        for (var i = 0; i < segment.Footer.Chunks.Count; i++)
        {
            var chunk = await segment.ReadChunkAsync(segment.Footer.Chunks[i], keeps: false);
            for (var record = 0; record < chunk.Count; record++)
            {
                var key = chunk[record];
                if (key.At <= time.UnixMicroseconds)
                {
                    ends[key.Partition] = Math.Max(key.Sequence, ends.GetValueOrDefault(key.Partition));
                }
            }
        }
    }

    private bool Stays(int partition, long sequence) => sequence <= ends.GetValueOrDefault(partition);

    private async ValueTask<long> WriteRecordsAsync(SegmentFileWriter file, RecordBlockWriter writer)
    {
        var (batch, bytes) = (new JournalBatch(), 0L);
        foreach (var range in segment.Footer.Records.Partitions)
        {
            for (var next = range.FirstSequence; Stays(range.Partition, next); next += batch.Count)
            {
                await segment.LoadAsync(batch, range.Partition, next);
                for (var i = 0; i < batch.Count && Stays(range.Partition, next + i); i++)
                {
                    writer.Add(range.Partition, batch.Epoch, next + i, batch[i].Span);
                    bytes += batch[i].Length;
                }

                await file.DrainAsync();
            }
        }

        return bytes;
    }

    private async ValueTask<ChunkDirectory> WriteChunksAsync(SegmentFileWriter file)
    {
        var writer = new ChunkWriter(file);
        var builder = new FactChunkBuilder();
        for (var i = 0; i < segment.Footer.Chunks.Count; i++)
        {
            var chunk = await segment.ReadChunkAsync(segment.Footer.Chunks[i], keeps: false);
            for (var record = 0; record < chunk.Count; record++)
            {
                if (Stays(chunk[record].Partition, chunk[record].Sequence))
                {
                    builder.Add(chunk[record], chunk.Profiles[chunk.ProfileOf(record)]);
                }
            }

            if (builder.Count > 0)
            {
                writer.Add(builder.Build());
            }

            await file.DrainAsync();
        }

        return writer.Directory;
    }

    private async ValueTask<List<KeyEntry>> ReadKeysAsync(BlockKind kind)
    {
        var (cursor, kept) = (new KeyRunCursor(segment, kind), new List<KeyEntry>());
        while (await cursor.MoveNextAsync())
        {
            RecordAddress record = cursor.Current.Record;
            if (Stays(record.Partition, record.Sequence))
            {
                kept.Add(cursor.Current);
            }
        }

        return kept;
    }

    private static async ValueTask<KeyDirectory> WriteKeysAsync(SegmentFileWriter file, BlockKind kind, List<KeyEntry> entries)
    {
        var run = new KeyRunWriter(file, kind);
        foreach (var entry in entries)
        {
            run.Add(entry);
            await file.DrainAsync();
        }

        run.Finish();
        return run.Directory;
    }
}
