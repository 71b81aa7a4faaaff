using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Numbers and texts as they stand in snapshots of partitions: little-endian.</summary>
internal static class SnapshotNumbers
{
    public static void Write(IBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    public static void Write(IBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }

    public static void Write(IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>The length in bytes, then UTF-8.</summary>
    public static void Write(IBufferWriter<byte> output, string value)
    {
        Write(output, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, output);
    }

    public static int ReadInt32(ref ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        return value;
    }

    public static long ReadInt64(ref ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        bytes = bytes[sizeof(long)..];
        return value;
    }

    public static byte ReadByte(ref ReadOnlySpan<byte> bytes)
    {
        var value = bytes[0];
        bytes = bytes[1..];
        return value;
    }

    public static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = ReadInt32(ref bytes);
        var value = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return value;
    }
}
