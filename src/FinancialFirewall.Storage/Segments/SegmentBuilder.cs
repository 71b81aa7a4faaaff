using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Builds the segment of one tenant from records that come in the order of their commits.</summary>
internal sealed class SegmentBuilder
{
    private readonly SegmentFileWriter file;
    private readonly IFactReader facts;
    private readonly RecordSealer sealer;
    private readonly RecordBlockWriter records;
    private readonly FactChunkBuilder chunk = new();
    private readonly List<FactChunk> chunks = [];
    private readonly List<KeyEntry> references = [];
    private readonly List<KeyEntry> accounts = [];
    private long recordBytes;

    public SegmentBuilder(SegmentFileWriter file, IFactReader facts, RecordSealer sealer)
    {
        (this.file, this.facts, this.sealer) = (file, facts, sealer);
        records = new RecordBlockWriter(file);
    }

    public void Add(int partition, long epoch, long sequence, ReadOnlySpan<byte> record)
    {
        var stored = sealer.Seal(record);
        records.Add(partition, epoch, sequence, stored);
        recordBytes += stored.Length;
        var found = facts.Read(record);
        chunk.Add(new FactKey(found.At.UnixMicroseconds, partition, sequence), found.Profile);
        if (chunk.IsFull)
        {
            chunks.Add(chunk.Build());
        }

        if (found.ReferenceHash is { } reference)
        {
            references.Add(KeyEntry.Of(reference, partition, sequence));
        }

        if (found.AccountHash != 0)
        {
            accounts.Add(KeyEntry.Of(found.AccountHash, partition, sequence));
        }

        if (sealer.CustomerKey != 0)
        {
            accounts.Add(KeyEntry.Of(sealer.CustomerKey, partition, sequence));
        }
    }

    /// <summary>Writes what is full so far.</summary>
    public ValueTask DrainAsync() => file.DrainAsync();

    /// <summary>Completes and flushes the file.</summary>
    /// <returns>Its length, and the checksum of its trailer.</returns>
    public async ValueTask<(long Length, uint Crc)> FinishAsync()
    {
        var directory = records.Finish();
        var chunkDirectory = await WriteChunksAsync();
        var filter = new ReferenceFilter(references.Count);
        references.ForEach(entry => filter.Add(entry.Fingerprint));
        var referenceRun = await WriteKeysAsync(BlockKind.References, references);
        var accountRun = await WriteKeysAsync(BlockKind.Accounts, accounts);
        var (offset, pieces) = await FilterWriter.WriteAsync(file, filter);
        var footer = new PackedWriter();
        new SegmentFooter(recordBytes, directory, chunkDirectory, referenceRun, accountRun, offset, pieces).Write(footer);
        return await file.FinishAsync(footer.WrittenMemory);
    }

    private async ValueTask<ChunkDirectory> WriteChunksAsync()
    {
        if (chunk.Count > 0)
        {
            chunks.Add(chunk.Build());
        }

        var writer = new ChunkWriter(file);
        foreach (var full in chunks)
        {
            writer.Add(full);
            await file.DrainAsync();
        }

        return writer.Directory;
    }

    private async ValueTask<KeyDirectory> WriteKeysAsync(BlockKind kind, List<KeyEntry> entries)
    {
        const int EntriesBetweenDrains = 16_384;
        entries.Sort();
        var run = new KeyRunWriter(file, kind);
        for (var i = 0; i < entries.Count; i++)
        {
            run.Add(entries[i]);
            if (i % EntriesBetweenDrains == 0)
            {
                await file.DrainAsync();
            }
        }

        run.Finish();
        return run.Directory;
    }
}
