using System.Buffers.Binary;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Stands before what one tenant adds in one commit. All numbers are little endian.
/// <code>
///  0       4        6        8          12      16       24        28      32             40         44
///  | magic | format | length | payload  | runs  | commit | ordinal | flags | written (µs) | previous | payload |
///  | FFfr  | u16    | u16    | len. u32 | u32   | i64    | u32     | u32   | i64          | CRC u32  | CRC u32 |
///  48                            88           92        96             108   124          128
///  | tenant's name, zeros behind | key number | counter | reserved = 0 | tag | header CRC |  payload ...
///  | 40 bytes ASCII              | u32        | u32     | 12 bytes     | 16  | u32        |
/// </code>
/// The runs in the payload are sealed one by one, see <see cref="RunHeader"/>; the checksums cover them as they stand on the disk, so that damage is found
/// without keys. The tag authenticates, under the tenant's key of this number and with the nonce that the file's salt and the counter make, the file's header
/// and the bytes before the tag; the runs have the counters that follow. A seal has no tenant, and zeros for key, counter and tag. The previous CRC is the
/// header CRC of the frame before, or the file header's CRC for the first frame. The header CRC covers the bytes before it and the salt of the file.
/// </summary>
/// <param name="PayloadLength">The number of bytes behind the header.</param>
/// <param name="RunCount">The number of runs in the payload.</param>
/// <param name="Commit">The number of the commit, from 1 on; all frames that share a flush have the same.</param>
/// <param name="Ordinal">The position inside the commit, from 0 on.</param>
/// <param name="Flags">What the frame is.</param>
/// <param name="Written">When the frame was written.</param>
/// <param name="PreviousCrc">The header checksum of the frame before.</param>
/// <param name="PayloadCrc">The checksum of the payload.</param>
/// <param name="Tenant">The tenant; unset in a seal.</param>
/// <param name="KeyNumber">The number of the tenant's key.</param>
/// <param name="Counter">The second part of the nonce.</param>
internal readonly record struct FrameHeader(
    int PayloadLength,
    int RunCount,
    long Commit,
    int Ordinal,
    FrameFlags Flags,
    Instant Written,
    uint PreviousCrc,
    uint PayloadCrc,
    TenantId Tenant,
    uint KeyNumber = 0,
    uint Counter = 0)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 128;

    /// <summary>Where the tag begins.</summary>
    public const int TagStart = 108;

    /// <summary>The format that this code reads and writes.</summary>
    public const ushort Format = 2;

    /// <summary>The longest payload that is believed.</summary>
    public const int MaximumPayloadLength = 1 << 30;

    /// <summary>The first four bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "FFfr"u8;

    /// <summary>Writes the header of a tenant's frame, signed, and returns its checksum.</summary>
    public uint Write(Span<byte> bytes, LogFileSeal file, TenantCipher cipher)
    {
        WriteFacts(bytes);
        file.Sign(bytes, cipher, Counter);
        return WriteCrc(bytes, file.Salt);
    }

    /// <summary>Writes the header of a frame that is nobody's, and returns its checksum.</summary>
    public uint Write(Span<byte> bytes, ulong salt)
    {
        WriteFacts(bytes);
        return WriteCrc(bytes, salt);
    }

    /// <summary>Reads a header. The problem is <see langword="null"/> where it is sound, and otherwise says what was found.</summary>
    public static (FrameHeader Header, uint Crc, LogProblem? Problem) Read(ReadOnlySpan<byte> bytes, ulong salt)
    {
        if (bytes.Length < Length)
        {
            return (default, 0, new LogProblem(LogProblemKind.Unreadable, $"a frame header needs {Length} bytes and {bytes.Length} are left."));
        }

        if (!bytes[..4].SequenceEqual(Magic))
        {
            return (default, 0, new LogProblem(LogProblemKind.Unreadable, "no frame begins here: its magic number is missing."));
        }

        var crc = BinaryPrimitives.ReadUInt32LittleEndian(bytes[124..]);
        if (crc != Crc(bytes, salt))
        {
            return (default, 0, new LogProblem(LogProblemKind.Unreadable, "a frame header does not match its checksum."));
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        return format == Format
            ? Check(ReadMembers(bytes), crc)
            : (default, 0, new LogProblem(LogProblemKind.Newer, $"a frame has format {format} and this program reads format {Format}: a program of another version wrote it."));
    }

    private void WriteFacts(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], PayloadLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], RunCount);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Commit);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], Ordinal);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[28..], (uint)Flags);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], Written.UnixMicroseconds);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[40..], PreviousCrc);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[44..], PayloadCrc);
        if (!Flags.HasFlag(FrameFlags.Seal))
        {
            TenantName.Write(Tenant, bytes[48..88]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes[88..], KeyNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[92..], Counter);
    }

    private static uint WriteCrc(Span<byte> bytes, ulong salt)
    {
        var crc = Crc(bytes, salt);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[124..], crc);
        return crc;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes, ulong salt)
    {
        Span<byte> salted = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(salted, salt);
        return Checksum.Of(bytes[..124], Checksum.Of(salted));
    }

    private static (FrameHeader Header, uint Crc, LogProblem? Problem) Check(FrameHeader header, uint crc)
        => header.PayloadLength is >= 0 and <= MaximumPayloadLength && header.RunCount >= 0
            ? (header, crc, null)
            : (default, 0, new LogProblem(LogProblemKind.Unreadable, $"a frame claims {header.PayloadLength} bytes in {header.RunCount} runs, which nothing writes."));

    private static FrameHeader ReadMembers(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
        (FrameFlags)BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]),
        new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[32..])),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[40..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[44..]),
        TenantName.Read(bytes[48..88]) ?? default,
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[88..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[92..]));
}
