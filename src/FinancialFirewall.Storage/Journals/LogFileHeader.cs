using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// The first bytes of a log file. All numbers are little endian.
/// <code>
///  0        8        10       12         16        20           24             32                 40            48     56         60  64
///  | magic  | format | length | reserved | number  | previous   | created (µs) | previous file's  | first commit | salt | term     | CRC |
///  |        | u16    | u16    | u32 = 0  | u32     | CRC u32    | i64          | length i64       | i64          | u64  | u32      | u32 |
/// </code>
/// The previous CRC and length are those of the last sound frame of the file before and of the file as a whole, 0 for the first: a file that was lost,
/// exchanged or shortened is noticed. The salt is the first part of every nonce in the file, and goes into the checksum of every frame header, so that
/// nothing of another file looks like a frame of this one.
/// </summary>
/// <param name="Number">The file's number, from 1 on.</param>
/// <param name="PreviousCrc">The header checksum of the last frame before this file; the file header's where that file has no frame.</param>
/// <param name="Created">When the file was created.</param>
/// <param name="PreviousLength">The length of the file before, in bytes.</param>
/// <param name="FirstCommit">The number of the first commit in the file.</param>
/// <param name="Salt">A random number.</param>
/// <param name="Term">The term of the leader that wrote the file; 0 where there never was a second site.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogFileHeader(uint Number, uint PreviousCrc, Instant Created, long PreviousLength, long FirstCommit, ulong Salt, uint Term = 0)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 64;

    /// <summary>The format that this code reads and writes.</summary>
    public const ushort Format = 2;

    private static ReadOnlySpan<byte> Magic => "FFLOG\r\n\u001a"u8;

    /// <summary>Writes the header and returns its checksum.</summary>
    public uint Write(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], Number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], PreviousCrc);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Created.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], PreviousLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[40..], FirstCommit);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[48..], Salt);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[56..], Term);
        var crc = Checksum.Of(bytes[..60]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[60..], crc);
        return crc;
    }

    /// <summary>The salt in a sound header.</summary>
    public static ulong SaltOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[48..]);

    /// <summary>Reads a header. The problem is <see langword="null"/> where it is sound, and otherwise says what was found.</summary>
    public static (LogFileHeader Header, uint Crc, LogProblem? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            return (default, 0, new LogProblem(LogProblemKind.Unreadable, $"the file header needs {Length} bytes and {bytes.Length} are there."));
        }

        if (!bytes[..8].SequenceEqual(Magic))
        {
            return (default, 0, new LogProblem(LogProblemKind.Unreadable, "this is not a log file: its first eight bytes are not 'FFLOG' and the rest of its magic number."));
        }

        var crc = BinaryPrimitives.ReadUInt32LittleEndian(bytes[60..]);
        if (crc != Checksum.Of(bytes[..60]))
        {
            return (default, 0, new LogProblem(LogProblemKind.Unreadable, "the file header does not match its checksum."));
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        return format == Format
            ? (ReadMembers(bytes), crc, null)
            : (default, 0, new LogProblem(LogProblemKind.Newer, $"the file has format {format} and this program reads format {Format}: a program of another version wrote it."));
    }

    private static LogFileHeader ReadMembers(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
        new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[24..])),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
        SaltOf(bytes),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[56..]));
}
