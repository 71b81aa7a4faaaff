using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Snapshots;

/// <summary>
/// The first bytes of a snapshot file. All numbers are little endian; the name of the snapshot is that of the file.
/// <code>
///  0        8        10       12         16              24             32               40        44         48
///  | magic  | format | length | reserved | through (seq) | created (µs) | payload length | payload | reserved | tenant's name, zeros
///  |        | u16    | u16    | u32 = 0  | i64           | i64          | i64            | CRC u32 | u32 = 0  | behind, 40 bytes
///  88                                       124          128
///  | reserved for encryption, 36 bytes of 0 | header CRC |  payload ...
/// </code>
/// The header CRC covers the bytes before it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SnapshotHeader(long ThroughSequence, Instant Created, long PayloadLength, uint PayloadCrc, TenantId Tenant)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 128;

    /// <summary>The newest format that this code reads and the one that it writes.</summary>
    public const ushort Format = 1;

    private static ReadOnlySpan<byte> Magic => "FFSNAP\r\n"u8;

    public void Write(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], ThroughSequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Created.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], PayloadLength);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[40..], PayloadCrc);
        TenantName.Write(Tenant, bytes[48..88]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[124..], Checksum.Of(bytes[..124]));
    }

    /// <summary>Reads and proves a whole snapshot file. The problem is <see langword="null"/> where it is sound.</summary>
    public static (SnapshotHeader Header, string? Problem) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < Length || !file[..8].SequenceEqual(Magic))
        {
            return (default, "this is not a whole snapshot: its header is missing.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file[124..]) != Checksum.Of(file[..124]))
        {
            return (default, "the header of the snapshot does not match its checksum.");
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        if (format != Format)
        {
            return (default, $"the snapshot has format {format} and this program reads format {Format}.");
        }

        var header = ReadMembers(file);
        return header.PayloadLength == file.Length - Length && header.PayloadCrc == Checksum.Of(file[Length..])
            ? (header, null)
            : (default, "the content of the snapshot does not match its length and checksum.");
    }

    private static SnapshotHeader ReadMembers(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[24..])),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[40..]),
        TenantName.Read(bytes[48..88]) ?? default);
}
