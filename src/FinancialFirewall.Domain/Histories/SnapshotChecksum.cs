using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// A 64-bit checksum of a stream of bytes, however it is cut. Each step is one-to-one in the state and in the word, so that no change of a single word
/// goes unnoticed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct SnapshotChecksum
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private ulong state;
    private ulong pending;
    private int pendingBytes;
    private long length;

    /// <summary>Takes in more bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        while (pendingBytes > 0 && !bytes.IsEmpty)
        {
            AddByte(bytes[0]);
            bytes = bytes[1..];
        }

        while (bytes.Length >= sizeof(ulong))
        {
            AddWord(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var rest in bytes)
        {
            AddByte(rest);
        }
    }

    /// <summary>The checksum of all bytes so far.</summary>
    public readonly ulong Value()
    {
        var last = this;
        last.AddWord(pending);
        last.AddWord((ulong)length);
        return last.state;
    }

    private void AddByte(byte value)
    {
        pending |= (ulong)value << (8 * pendingBytes);
        if (++pendingBytes == sizeof(ulong))
        {
            AddWord(pending);
            pending = 0;
            pendingBytes = 0;
        }
    }

    private void AddWord(ulong word)
    {
        state = (state ^ word) * Factor;
        state ^= state >> 32;
    }
}
