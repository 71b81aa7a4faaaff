using System.Buffers;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// An open segment: the records of one tenant that were in neighbouring log files, with their indexes, never changed once it is complete. It is closed when
/// its last user lets it go.
/// </summary>
internal sealed class Segment
{
    private readonly IDiskFile content;
    private readonly BlockCodec codec;
    private readonly BlockCache cache;
    private readonly ReferenceFilter references;
    private int users = 1;

    private Segment(int id, SegmentEntry entry, IDiskFile file, BlockCodec codec, BlockCache cache, SegmentFooter footer, ReferenceFilter filter)
        => (Id, Entry, content, this.codec, this.cache, Footer, references) = (id, entry, file, codec, cache, footer, filter);

    /// <summary>A number that no other segment of this process has.</summary>
    public int Id { get; }

    /// <summary>What the manifest says of it.</summary>
    public SegmentEntry Entry { get; }

    public SegmentFooter Footer { get; }

    public string Path => content.Path;

    /// <summary>Opens a segment and proves header, trailer, footer and filter.</summary>
    /// <exception cref="StorageDamageException">The file is not the one that the manifest names, or is damaged.</exception>
    public static async ValueTask<Segment> OpenAsync(SegmentStoreSetup setup, string path, int id, SegmentEntry entry, BlockCache cache)
    {
        if (!await setup.Disk.ExistsAsync(path))
        {
            throw Damage(path, 0, "the manifest names this segment and it is missing.");
        }

        var file = await setup.Disk.OpenAsync(path, DiskFileUse.Read);
        try
        {
            var opener = new BlockCodec(setup.Keys, entry.Tenant);
            var footer = await ReadFooterAsync(file, opener, entry);
            return new Segment(id, entry, file, opener, cache, footer, await ReadFilterAsync(file, opener, entry, footer));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps the segment open until a matching <see cref="ReleaseAsync"/>. Only who holds it, or the lock of the set it is in, may call.</summary>
    public void Retain() => Interlocked.Increment(ref users);

    public ValueTask ReleaseAsync() => Interlocked.Decrement(ref users) == 0 ? content.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Whether a reference may be among the records; where not, it surely is not.</summary>
    public bool MayContainReference(ulong fingerprint) => references.MayContain(fingerprint);

    /// <summary>Marks each hash whose reference may be among the records.</summary>
    public void MayContainReferences(ReadOnlySpan<ulong> hashes, Span<bool> found)
    {
        foreach (var hash in hashes)
        {
            references.Approach(KeyEntry.FingerprintOf(hash));
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            found[i] |= references.MayContain(KeyEntry.FingerprintOf(hashes[i]));
        }
    }

    /// <summary>Loads the run that holds a record into <paramref name="batch"/>, from that record on.</summary>
    /// <param name="batch">Takes the records.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="sequence">The record.</param>
    /// <param name="opener">Opens what is about persons; <see langword="null"/> where the records are wanted as they are stored.</param>
    /// <returns>Whether the segment has the record.</returns>
    public async ValueTask<bool> LoadAsync(JournalBatch batch, int partition, long sequence, IRecordOpener? opener = null)
    {
        if (Footer.Records.Find(partition) is not { } range || !range.Holds(sequence))
        {
            return false;
        }

        var (offset, blockLength) = Footer.Records[range.RunBlocks[range.FindRun(sequence)]];
        var raw = await ReadBlockAsync(BlockKind.Records, offset, blockLength);
        for (var start = 0; start < raw.Length;)
        {
            if (StoredRun.Read(raw.AsSpan(start)) is not var (run, length))
            {
                break;
            }

            start += StoredRun.Length;
            if (run.Partition == partition && sequence >= run.FirstSequence && sequence < run.FirstSequence + run.Count)
            {
                batch.Load(run, raw.AsMemory(start, length), sequence, opener);
                return true;
            }

            start += length;
        }

        throw Damage(Path, offset, $"record {sequence} of partition {partition} should be in this block.");
    }

    /// <summary>Opens, in place, a block that was read as it is and is not packed: what it holds is then behind its header.</summary>
    /// <exception cref="StorageDamageException">It is not what was written.</exception>
    public void OpenPlain(BlockKind kind, long offset, Span<byte> block)
    {
        if (codec.OpenPlain(kind, Entry.Place(offset), block) is { } problem)
        {
            throw Damage(Path, offset, problem);
        }
    }

    /// <summary>Makes <paramref name="entries"/> all entries of a page that was read as it is; afterwards it is not any more what was read.</summary>
    /// <exception cref="StorageDamageException">It is not what was written.</exception>
    public void OpenPage(BlockKind kind, long offset, Memory<byte> block, List<KeyEntry> entries)
    {
        OpenPlain(kind, offset, block.Span);
        Parse(offset, () => KeyPage.ReadAll(block.Span[BlockCodec.HeaderLength..], entries));
    }

    /// <summary>Opens a chunk of facts that was read as it is; afterwards it is not any more what was read.</summary>
    /// <exception cref="StorageDamageException">It is not what was written.</exception>
    public FactChunk OpenChunk(in ChunkPlace place, Span<byte> block)
    {
        var (raw, problem) = codec.Open(BlockKind.Facts, Entry.Place(place.Offset), block);
        return problem is null ? ParseChunk(place, raw) : throw Damage(Path, place.Offset, problem);
    }

    /// <summary>One chunk of facts.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="keeps">Whether it is kept for who asks next.</param>
    public async ValueTask<FactChunk> ReadChunkAsync(ChunkPlace place, bool keeps = true)
    {
        if (cache.Find(Id, place.Offset) is FactChunk known)
        {
            return known;
        }

        var chunk = ParseChunk(place, await OpenBlockAsync(BlockKind.Facts, place.Offset, place.Length));
        if (keeps)
        {
            cache.Add(Id, place.Offset, chunk, chunk.MemoryBytes);
        }

        return chunk;
    }

    /// <summary>The records that have a key's fingerprint, from the newest address that is not above <paramref name="start"/> on, at most so many.</summary>
    public async ValueTask<List<RecordAddress>> FindAsync(BlockKind kind, ulong hash, ulong start, int maximum)
    {
        var directory = kind == BlockKind.References ? Footer.References : Footer.Accounts;
        var wanted = new KeyEntry(KeyEntry.FingerprintOf(hash), start);
        var found = new List<RecordAddress>();
        for (var page = directory.Find(wanted); found.Count < maximum && directory.MayContinue(page, wanted.Fingerprint); page++)
        {
            var (offset, length) = directory[page];
            var raw = await ReadBlockAsync(kind, offset, length);
            Parse(offset, () => KeyPage.Find(raw, wanted, maximum, found));
        }

        return found;
    }

    /// <summary>Fills <paramref name="buffer"/> with bytes of the file as they are.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="buffer">Takes them.</param>
    /// <param name="opened">The file as the caller opened it; <see langword="null"/> for the segment's own, whose pages stay in memory for the next reader.</param>
    public async ValueTask ReadRawAsync(long offset, Memory<byte> buffer, IDiskFile? opened = null)
    {
        var read = await (opened ?? content).ReadAsync(offset, buffer);
        if (read < buffer.Length)
        {
            throw Damage(Path, offset + read, "the file ends before its last block.");
        }
    }

    public static StorageDamageException Damage(string path, long offset, string found)
        => new(new StorageDamage(path, offset, found, StorageDamage.RestoreAdvice));

    private static async ValueTask<SegmentFooter> ReadFooterAsync(IDiskFile file, BlockCodec opener, SegmentEntry entry)
    {
        var length = await file.GetLengthAsync();
        var (header, trailer) = (new byte[SegmentHeader.Length], new byte[SegmentTrailer.Length]);
        await file.ReadAsync(0, header);
        await file.ReadAsync(Math.Max(0, length - trailer.Length), trailer);
        var (found, problem) = SegmentHeader.Read(header);
        if (problem is not null)
        {
            throw Damage(file.Path, 0, problem);
        }

        if (length != entry.Length || SegmentTrailer.Read(trailer, length) is not { } end || end.Crc != entry.Crc
            || (found.Tenant, found.FirstFile, found.LastFile) != (entry.Tenant, entry.FirstFile, entry.LastFile))
        {
            throw Damage(file.Path, Math.Max(0, length - trailer.Length), "this is not the end of the segment that the manifest names.");
        }

        var block = new byte[end.Trailer.FooterLength];
        await file.ReadAsync(end.Trailer.FooterOffset, block);
        return Open(file.Path, opener, BlockKind.Footer, entry.Place(end.Trailer.FooterOffset), block, static raw => SegmentFooter.Read(raw));
    }

    private static async ValueTask<ReferenceFilter> ReadFilterAsync(
        IDiskFile file, BlockCodec opener, SegmentEntry entry, SegmentFooter footer)
    {
        var filter = new ReferenceFilter(footer.References.EntryCount);
        var (offset, filled) = (footer.FilterOffset, 0);
        foreach (var length in footer.FilterPieces)
        {
            var block = new byte[length];
            await file.ReadAsync(offset, block);
            var raw = Open(file.Path, opener, BlockKind.Filter, entry.Place(offset), block, static raw => raw);
            if (raw.Length > filter.Bytes.Length - filled)
            {
                throw Damage(file.Path, offset, "the filter of the references is longer than they need.");
            }

            raw.CopyTo(filter.Bytes[filled..]);
            (offset, filled) = (offset + length, filled + raw.Length);
        }

        return filled == filter.Bytes.Length ? filter : throw Damage(file.Path, offset, "the filter of the references is not whole.");
    }

    private static T Open<T>(string path, BlockCodec opener, BlockKind kind, BlockPlace place, byte[] block, Func<byte[], T> parse)
    {
        var (raw, problem) = opener.Open(kind, place, block);
        try
        {
            return problem is null ? parse(raw) : throw Damage(path, place.Offset, problem);
        }
        catch (InvalidDataException exception)
        {
            throw Damage(path, place.Offset, exception.Message);
        }
    }

    private FactChunk ParseChunk(ChunkPlace place, byte[] raw)
    {
        var chunk = Parse(place.Offset, () => FactChunk.Read(raw));
        return chunk.Count == place.Count && chunk[0].At == place.FirstAt && chunk[chunk.Count - 1].At == place.LastAt
            ? chunk
            : throw Damage(Path, place.Offset, "a chunk of facts is where another one should be.");
    }

    private T Parse<T>(long offset, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (InvalidDataException exception)
        {
            throw Damage(Path, offset, exception.Message);
        }
    }

    private async ValueTask<byte[]> ReadBlockAsync(BlockKind kind, long offset, int length)
    {
        if (cache.Find(Id, offset) is byte[] known)
        {
            return known;
        }

        var raw = await OpenBlockAsync(kind, offset, length);
        cache.Add(Id, offset, raw, raw.Length);
        return raw;
    }

    private async ValueTask<byte[]> OpenBlockAsync(BlockKind kind, long offset, int length)
    {
        var block = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await ReadRawAsync(offset, block.AsMemory(0, length));
            var (raw, problem) = codec.Open(kind, Entry.Place(offset), block.AsSpan(0, length));
            return problem is null ? raw : throw Damage(Path, offset, problem);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
