using System.Buffers.Binary;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// A piece of one of the two logs on its way. All numbers are little endian.
/// <code>
///  0            4      8        16       20
///  | generation | file | offset | length | bytes of the log as they stand in the file ...
///  | u32        | u32  | i64    | i32    |
/// </code>
/// </summary>
/// <param name="Generation">The generation of the states' log; 0 for the journal.</param>
/// <param name="Piece">The piece.</param>
internal sealed record SentPiece(uint Generation, LogPiece Piece)
{
    private const int HeaderLength = 20;

    /// <summary>Whether it belongs to the journal.</summary>
    public bool IsJournal => Generation == 0;

    /// <summary>Several pieces as bytes.</summary>
    public static byte[] ToBytes(IReadOnlyList<SentPiece> pieces)
    {
        var bytes = new byte[pieces.Sum(static sent => HeaderLength + sent.Piece.Bytes.Length)];
        var rest = bytes.AsSpan();
        foreach (var (generation, piece) in pieces)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, generation);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], piece.File);
            BinaryPrimitives.WriteInt64LittleEndian(rest[8..], piece.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(rest[16..], piece.Bytes.Length);
            piece.Bytes.Span.CopyTo(rest[HeaderLength..]);
            rest = rest[(HeaderLength + piece.Bytes.Length)..];
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="IOException">It is something else.</exception>
    public static List<SentPiece> Parse(ReadOnlyMemory<byte> bytes)
    {
        var pieces = new List<SentPiece>();
        while (bytes.Length > 0)
        {
            var header = bytes.Span[..Math.Min(HeaderLength, bytes.Length)];
            var length = header.Length == HeaderLength ? BinaryPrimitives.ReadInt32LittleEndian(header[16..]) : -1;
            if (length < 0 || length > bytes.Length - HeaderLength)
            {
                throw new IOException("The other site sent a piece of a log that is cut off.");
            }

            pieces.Add(new SentPiece(
                BinaryPrimitives.ReadUInt32LittleEndian(header),
                new LogPiece(
                    BinaryPrimitives.ReadUInt32LittleEndian(header[4..]),
                    BinaryPrimitives.ReadInt64LittleEndian(header[8..]),
                    bytes.Slice(HeaderLength, length))));
            bytes = bytes[(HeaderLength + length)..];
        }

        return pieces;
    }
}
