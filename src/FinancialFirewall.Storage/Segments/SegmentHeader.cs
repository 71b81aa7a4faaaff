using System.Buffers.Binary;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// The first bytes of a segment. All numbers are little endian.
/// <code>
///  0        8        10       12         16         20        24             32                       72         92    96
///  | magic  | format | length | reserved | first    | last    | created (µs) | tenant's name,         | reserved | CRC |  blocks ...
///  |        | u16    | u16    | u32 = 0  | file u32 | file u32| i64          | zeros behind, 40 bytes | 0        | u32 |
/// </code>
/// </summary>
/// <param name="Tenant">Whose records it holds.</param>
/// <param name="FirstFile">The number of the first log file that its records were in.</param>
/// <param name="LastFile">The number of the last.</param>
/// <param name="Created">When it was begun.</param>
internal readonly record struct SegmentHeader(TenantId Tenant, uint FirstFile, uint LastFile, Instant Created)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 96;

    /// <summary>The newest format that this code reads and the one that it writes.</summary>
    public const ushort Format = 2;

    private static ReadOnlySpan<byte> Magic => "FFSEG\r\n\u001a"u8;

    public void Write(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], FirstFile);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], LastFile);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Created.UnixMicroseconds);
        TenantName.Write(Tenant, bytes[32..72]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[92..], Checksum.Of(bytes[..92]));
    }

    /// <summary>Reads a header. The problem is <see langword="null"/> where it is sound, and otherwise says what was found.</summary>
    public static (SegmentHeader Header, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || !bytes[..8].SequenceEqual(Magic))
        {
            return (default, "this is not a segment: its first eight bytes are not 'FFSEG' and the rest of its magic number.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[92..]) != Checksum.Of(bytes[..92]) || TenantName.Read(bytes[32..72]) is not { } tenant)
        {
            return (default, "the header of the segment does not match its checksum.");
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        return format == Format
            ? (new(
                tenant,
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
                new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]))), null)
            : (default, $"the segment has format {format} and this program reads format {Format}: a program of another version wrote it.");
    }
}
