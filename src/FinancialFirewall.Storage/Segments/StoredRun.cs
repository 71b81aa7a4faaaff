using System.Buffers.Binary;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// What stands before the records of one partition in a block. All numbers are little endian.
/// <code>
///  0           4       8       16               24             28         32
///  | partition | count | epoch | first sequence | bytes of     | reserved | u32 length of each record, then the records
///  | u32       | u32   | i64   | i64            | records u32  | u32 = 0  |
/// </code>
/// </summary>
internal static class StoredRun
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    public static void Write(Span<byte> bytes, in RunHeader run)
    {
        bytes[..Length].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, run.Partition);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], run.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], run.Epoch);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], run.FirstSequence);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], run.RecordBytes);
    }

    /// <summary>Reads the run at the start of <paramref name="bytes"/>.</summary>
    /// <returns>The run and the length of its lengths and records; <see langword="null"/> where they do not fit.</returns>
    public static (RunHeader Run, int BodyLength)? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            return null;
        }

        var run = new RunHeader(
            BinaryPrimitives.ReadInt32LittleEndian(bytes),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]));
        var body = (4L * run.Count) + run.RecordBytes;
        return run.Count > 0 && run.RecordBytes >= 0 && Length + body <= bytes.Length && AddsUp(run, bytes[Length..]) ? (run, (int)body) : null;
    }

    private static bool AddsUp(in RunHeader run, ReadOnlySpan<byte> lengths)
    {
        var total = 0L;
        for (var i = 0; i < run.Count; i++)
        {
            total += BinaryPrimitives.ReadUInt32LittleEndian(lengths[(4 * i)..]);
        }

        return total == run.RecordBytes;
    }
}
