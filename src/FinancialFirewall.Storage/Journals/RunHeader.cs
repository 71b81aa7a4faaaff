using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Stands before the records of one partition that were appended together. All numbers are little endian.
/// <code>
///  0      2          4           8       16               24      28           32    36         40
///  | kind | reserved | partition | epoch | first sequence | count | bytes of   | CRC | reserved |  u32 length of each record, then the
///  | u16  | u16 = 0  | i32       | i64   | i64            | i32   | records i32| u32 | u32 = 0  |  records one behind the other
/// </code>
/// The CRC covers the first 32 bytes, the lengths and the records, so that a single run can be read and proved without the frame around it.
/// </summary>
/// <param name="Partition">The partition.</param>
/// <param name="Epoch">The epoch of whoever wrote it.</param>
/// <param name="FirstSequence">The sequence of the first record.</param>
/// <param name="Count">The number of records, at least one.</param>
/// <param name="RecordBytes">The length of all records together.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunHeader(int Partition, long Epoch, long FirstSequence, int Count, int RecordBytes)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 40;

    /// <summary>The kind of a run of records, the only one in format 1.</summary>
    public const ushort RecordsKind = 1;

    /// <summary>The length of the run with everything in it.</summary>
    public int RunLength => Length + (4 * Count) + RecordBytes;

    /// <summary>Writes the header before <paramref name="body"/>, the lengths and records that already stand behind it.</summary>
    public void Write(Span<byte> bytes, ReadOnlySpan<byte> body)
    {
        bytes[..Length].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, RecordsKind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], Partition);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Epoch);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], FirstSequence);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[28..], RecordBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[32..], Checksum.Of(body, Checksum.Of(bytes[..32])));
    }

    /// <summary>Reads the run at the start of <paramref name="bytes"/>. The problem is <see langword="null"/> where all of it is sound.</summary>
    public static (RunHeader Header, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            return (default, $"a run header needs {Length} bytes and {bytes.Length} are left.");
        }

        var header = ReadMembers(bytes);
        if (!header.Fits(bytes.Length))
        {
            return (default, "a run claims more than the bytes that are there.");
        }

        var body = bytes[Length..header.RunLength];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]) != Checksum.Of(body, Checksum.Of(bytes[..32])))
        {
            return (default, "a run of records does not match its checksum.");
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(bytes) == RecordsKind && header.LengthsAddUp(body)
            ? (header, null)
            : (default, "a run is of a kind or shape that nothing of this format writes.");
    }

    private static RunHeader ReadMembers(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]));

    private bool Fits(int available)
        => Count > 0 && RecordBytes >= 0 && Partition is >= 0 and <= ushort.MaxValue && Length + (4L * Count) + RecordBytes <= available;

    private bool LengthsAddUp(ReadOnlySpan<byte> body)
    {
        var total = 0L;
        for (var i = 0; i < Count; i++)
        {
            total += BinaryPrimitives.ReadUInt32LittleEndian(body[(4 * i)..]);
        }

        return total == RecordBytes;
    }
}
