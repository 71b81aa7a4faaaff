using System.Buffers.Binary;

namespace FinancialFirewall.Storage.Formats;

/// <summary>Writes numbers in as few bytes as they need into memory that grows; it is kept and cleared for the next use.</summary>
internal sealed class PackedWriter
{
    private const int LongestNumber = 10;
    private byte[] bytes = new byte[256];

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Takes back what was written last, down to <paramref name="length"/> bytes.</summary>
    public void Cut(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    /// <summary>Seven bits a byte, the lowest first; the top bit says that another byte follows.</summary>
    public void Number(ulong value)
    {
        Grow(LongestNumber);
        var room = bytes.AsSpan(Length, LongestNumber);
        var count = 0;
        for (; value >= 0x80; value >>= 7)
        {
            room[count++] = (byte)(value | 0x80);
        }

        room[count] = (byte)value;
        Length += count + 1;
    }

    /// <summary>A number that is never negative.</summary>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Number((ulong)value);
    }

    /// <summary>A number of either sign, small where its magnitude is small.</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public void Byte(byte value)
    {
        Grow(1);
        bytes[Length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>Room for <paramref name="count"/> bytes, to be filled by the caller.</summary>
    public Span<byte> Take(int count)
    {
        Grow(count);
        Length += count;
        return bytes.AsSpan(Length - count, count);
    }

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), value);

    private void Grow(int more)
    {
        if (Length + more > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(Length + (long)more, 2L * bytes.Length)));
        }
    }
}
