using System.Buffers.Binary;
using System.Globalization;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Verification;

/// <summary>Reads every byte of one segment and proves it.</summary>
/// <param name="setup">Disk and keys of the segments.</param>
/// <param name="path">The path of the segment.</param>
/// <param name="entry">What the manifest says of it, or its name and end where there is no manifest to ask.</param>
internal sealed class SegmentProof(SegmentStoreSetup setup, string path, SegmentEntry entry)
{
    /// <summary>Proves the checksums of all blocks, one behind the other, which takes no keys.</summary>
    /// <exception cref="StorageDamageException">The segment is damaged.</exception>
    public async ValueTask ProveBytesAsync(CancellationToken cancellationToken)
    {
        if (!await setup.Disk.ExistsAsync(path))
        {
            throw Segment.Damage(path, 0, "the manifest names this segment and it is missing.");
        }

        await using var file = await setup.Disk.OpenAsync(path, DiskFileUse.Read);
        var bytes = new ReadAhead(file, await file.GetLengthAsync());
        var (header, problem) = SegmentHeader.Read((await bytes.PeekAsync(0, SegmentHeader.Length)).Span);
        if (problem is not null || bytes.Length != entry.Length || (header.Tenant, header.FirstFile, header.LastFile) != (entry.Tenant, entry.FirstFile, entry.LastFile))
        {
            throw Segment.Damage(path, 0, problem ?? "this is not the segment that should be here.");
        }

        var end = bytes.Length - SegmentTrailer.Length;
        var offset = (long)SegmentHeader.Length;
        while (offset < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            offset += await ProveBlockAsync(bytes, offset, end);
        }

        if (SegmentTrailer.Read((await bytes.PeekAsync(end, SegmentTrailer.Length)).Span, bytes.Length) is not { } trailer || trailer.Crc != entry.Crc)
        {
            throw Segment.Damage(path, end, "this is not the end of the segment that should be here.");
        }
    }

    /// <summary>Opens everything: each record is where the index says, and the indexes are whole.</summary>
    /// <param name="ends">How far the partitions go in the segments before; it is carried on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many records there are.</returns>
    /// <exception cref="StorageDamageException">The segment is damaged.</exception>
    public async ValueTask<long> ProveContentAsync(ArchivedEnds ends, CancellationToken cancellationToken)
    {
        var segment = await Segment.OpenAsync(setup, path, 1, entry, new BlockCache(1024 * 1024));
        try
        {
            var records = 0L;
            foreach (var range in segment.Footer.Records.Partitions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await ProveRangeAsync(segment, range, ends);
                records += range.LastSequence - range.FirstSequence + 1;
            }

            await ProveChunksAsync(segment, records);
            await ProveKeysAsync(segment, BlockKind.References, segment.Footer.References);
            await ProveKeysAsync(segment, BlockKind.Accounts, segment.Footer.Accounts);
            return records;
        }
        finally
        {
            await segment.ReleaseAsync();
        }
    }

    private async ValueTask<int> ProveBlockAsync(ReadAhead bytes, long offset, long end)
    {
        var header = await bytes.PeekAsync(offset, BlockCodec.HeaderLength);
        var length = header.Length < BlockCodec.HeaderLength ? 0 : BlockCodec.HeaderLength + (long)BinaryPrimitives.ReadUInt32LittleEndian(header.Span[4..]);
        if (length is < BlockCodec.HeaderLength or > BlockCodec.HeaderLength + BlockCodec.MaximumRawLength || offset + length > end)
        {
            throw Segment.Damage(path, offset, "no block begins here.");
        }

        var block = await bytes.PeekAsync(offset, (int)length);
        return BlockCodec.Check(block.Span) is { } problem ? throw Segment.Damage(path, offset, problem) : (int)length;
    }

    private async ValueTask ProveRangeAsync(Segment segment, PartitionRange range, ArchivedEnds ends)
    {
        if (ends.Find(entry.Tenant, range.Partition) is { } before && range.FirstSequence != before + 1)
        {
            throw Segment.Damage(path, 0, Text($"record {range.FirstSequence} of partition {range.Partition} follows record {before}."));
        }

        var batch = new JournalBatch();
        for (var next = range.FirstSequence; next <= range.LastSequence; next += batch.Count)
        {
            await segment.LoadAsync(batch, range.Partition, next);
        }

        ends.Set(entry.Tenant, range.Partition, range.LastSequence);
    }

    private async ValueTask ProveChunksAsync(Segment segment, long records)
    {
        var chunks = segment.Footer.Chunks;
        var found = 0L;
        for (var i = 0; i < chunks.Count; i++)
        {
            found += (await segment.ReadChunkAsync(chunks[i])).Count;
        }

        if (found != records)
        {
            throw Segment.Damage(path, 0, Text($"the index has {found} records and the segment has {records}."));
        }
    }

    private async ValueTask ProveKeysAsync(Segment segment, BlockKind kind, KeyDirectory directory)
    {
        var cursor = new KeyRunCursor(segment, kind);
        var found = 0L;
        for (var before = default(KeyEntry?); await cursor.MoveNextAsync(); before = cursor.Current, found++)
        {
            if (before is { } last && cursor.Current < last)
            {
                throw Segment.Damage(path, 0, Text($"entry {found} of index {kind} is out of order."));
            }
        }

        if (found != directory.EntryCount)
        {
            throw Segment.Damage(path, 0, Text($"index {kind} has {found} entries of {directory.EntryCount}."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
