
namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// All that a reader of a segment keeps in memory. As bytes, all numbers packed:
/// <code>| bytes of records | record directory | chunk directory | reference directory | account directory | filter | pieces, each: length | reserved = 0 |</code>
/// </summary>
/// <param name="RecordBytes">The length of all records before they were packed.</param>
/// <param name="Records">Where the records are.</param>
/// <param name="Chunks">Where the facts are.</param>
/// <param name="References">Where the fingerprints of references are.</param>
/// <param name="Accounts">Where the fingerprints of accounts are.</param>
/// <param name="FilterOffset">Where the filter of the references begins.</param>
/// <param name="FilterPieces">The lengths of its blocks.</param>
internal sealed record SegmentFooter(
    long RecordBytes,
    RecordDirectory Records,
    ChunkDirectory Chunks,
    KeyDirectory References,
    KeyDirectory Accounts,
    long FilterOffset,
    IReadOnlyList<int> FilterPieces)
{
    // Where footers once said how many bytes of records nobody had packed.
    private const ulong Reserved = 0;

    public void Write(PackedWriter writer)
    {
        writer.Number(RecordBytes);
        Records.Write(writer);
        Chunks.Write(writer);
        References.Write(writer);
        Accounts.Write(writer);
        writer.Number(FilterOffset);
        writer.Number(FilterPieces.Count);
        foreach (var piece in FilterPieces)
        {
            writer.Number(piece);
        }

        writer.Number(Reserved);
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a footer.</exception>
    public static SegmentFooter Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackedReader(bytes);
        var recordBytes = (long)reader.Number();
        var records = RecordDirectory.Read(ref reader);
        var chunks = ChunkDirectory.Read(ref reader);
        var references = KeyDirectory.Read(ref reader);
        var accounts = KeyDirectory.Read(ref reader);
        var filterOffset = (long)reader.Number();
        var pieces = new int[reader.Count(int.MaxValue)];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = reader.Count(BlockCodec.HeaderLength + BlockCodec.MaximumRawLength);
        }

        return new(recordBytes, records, chunks, references, accounts, filterOffset, pieces);
    }
}
