using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// The last bytes of a segment: where its footer is. All numbers are little endian.
/// <code>
///  0        8               16             20           24         28    32
///  | magic  | footer offset | footer bytes | footer CRC | reserved | CRC |
///  |        | i64           | u32          | u32        | u32 = 0  | u32 |
/// </code>
/// </summary>
/// <param name="FooterOffset">Where the footer's block begins.</param>
/// <param name="FooterLength">The length of that block.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentTrailer(long FooterOffset, int FooterLength)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private static ReadOnlySpan<byte> Magic => "FFSEGEND"u8;

    /// <summary>Writes the trailer and returns its checksum, which stands for the whole footer.</summary>
    public uint Write(Span<byte> bytes, uint footerCrc)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], FooterOffset);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], FooterLength);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], footerCrc);
        var crc = Checksum.Of(bytes[..28]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[28..], crc);
        return crc;
    }

    /// <summary>Reads a trailer; <see langword="null"/> where the bytes are not one that fits a file of this length.</summary>
    public static (SegmentTrailer Trailer, uint Crc)? Read(ReadOnlySpan<byte> bytes, long fileLength)
    {
        if (bytes.Length < Length || !bytes[..8].SequenceEqual(Magic))
        {
            return null;
        }

        var crc = BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]);
        var trailer = new SegmentTrailer(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]));
        var fits = trailer.FooterOffset >= SegmentHeader.Length && trailer.FooterLength > 0
            && trailer.FooterOffset + trailer.FooterLength + Length == fileLength;
        return crc == Checksum.Of(bytes[..28]) && fits ? (trailer, crc) : null;
    }
}
