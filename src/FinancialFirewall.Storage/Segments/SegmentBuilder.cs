using System.Buffers.Binary;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Builds the segment of one tenant from records that come in the order of their commits.</summary>
internal sealed class SegmentBuilder : IDisposable
{
    private readonly SegmentFileWriter file;
    private readonly IFactReader facts;
    private readonly RecordSealer sealer;
    private readonly RecordBlockWriter records;
    private readonly FactChunkBuilder chunk = new();
    private readonly List<FactChunk> chunks = [];
    private readonly KeyCollection references = new();
    private readonly KeyCollection accounts = new();
    private long recordBytes;

    public SegmentBuilder(SegmentFileWriter file, IFactReader facts, RecordSealer sealer)
    {
        (this.file, this.facts, this.sealer) = (file, facts, sealer);
        records = new RecordBlockWriter(file);
    }

    /// <summary>Adds a run that was opened: the lengths of its records, and the records.</summary>
    public void Add(in RunHeader run, ReadOnlySpan<byte> body)
    {
        var rest = body[(sizeof(int) * run.Count)..];
        for (var first = 0; first < run.Count; first += RecordSealer.MaximumTogether)
        {
            var lengths = body.Slice(sizeof(int) * first, sizeof(int) * Math.Min(RecordSealer.MaximumTogether, run.Count - first));
            rest = rest[Add(run, run.FirstSequence + first, lengths, rest)..];
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
        var referenceRun = await WriteKeysAsync(BlockKind.References, references.Sort(), filter);
        var accountRun = await WriteKeysAsync(BlockKind.Accounts, accounts.Sort(), null);
        var (offset, pieces) = await FilterWriter.WriteAsync(file, filter);
        var footer = new PackedWriter();
        new SegmentFooter(recordBytes, directory, chunkDirectory, referenceRun, accountRun, offset, pieces).Write(footer);
        return await file.FinishAsync(footer.WrittenMemory);
    }

    public void Dispose()
    {
        references.Dispose();
        accounts.Dispose();
    }

    /// <summary>Adds some neighbouring records of a run.</summary>
    /// <returns>The length of all of them.</returns>
    private int Add(in RunHeader run, long first, ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> bytes)
    {
        var end = 0;
        for (var i = 0; i < lengths.Length; i += sizeof(int))
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(lengths[i..]);
            sealer.Note(bytes.Slice(end, length));
            end += length;
        }

        sealer.FindKeys();
        for (var rest = bytes; lengths.Length > 0; lengths = lengths[sizeof(int)..], first++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(lengths);
            Add(run.Partition, run.Epoch, first, rest[..length]);
            rest = rest[length..];
        }

        return end;
    }

    private void Add(int partition, long epoch, long sequence, ReadOnlySpan<byte> record)
    {
        var stored = sealer.SealNext(record);
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

    private async ValueTask<KeyDirectory> WriteKeysAsync(BlockKind kind, ReadOnlyMemory<KeyEntry> entries, ReferenceFilter? filter)
    {
        const int EntriesBetweenDrains = 16_384;
        var run = new KeyRunWriter(file, kind);
        for (; !entries.IsEmpty; entries = entries[Math.Min(EntriesBetweenDrains, entries.Length)..])
        {
            foreach (ref readonly var entry in entries.Span[..Math.Min(EntriesBetweenDrains, entries.Length)])
            {
                run.Add(entry);
                filter?.Add(entry.Fingerprint);
            }

            await file.DrainAsync();
        }

        run.Finish();
        return run.Directory;
    }
}
