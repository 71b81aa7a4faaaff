using System.Buffers.Binary;

namespace FinancialFirewall.Storage.Formats;

/// <summary>Reads what a <see cref="PackedWriter"/> wrote.</summary>
/// <param name="bytes">What was written.</param>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestNumber = 10;
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == bytes.Length;

    /// <exception cref="InvalidDataException">The bytes end inside the number, or it is longer than 64 bits.</exception>
    public ulong Number()
    {
        var rest = bytes[Position..];
        var value = 0UL;
        for (var i = 0; i < rest.Length; i++)
        {
            if (i == LongestNumber)
            {
                throw new InvalidDataException("A number has no end.");
            }

            value |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] < 0x80)
            {
                Position += i + 1;
                return value;
            }
        }

        throw new InvalidDataException("The bytes end too early.");
    }

    public long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number that is at most <paramref name="maximum"/>: a count of what follows, so that damage asks for no absurd memory.</summary>
    /// <exception cref="InvalidDataException">It is more.</exception>
    public int Count(int maximum)
    {
        var value = Number();
        return value <= (ulong)maximum ? (int)value : throw new InvalidDataException($"{value} is more than the {maximum} that there can be.");
    }

    public byte Byte() => Position < bytes.Length ? bytes[Position++] : throw new InvalidDataException("The bytes end too early.");

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(sizeof(ushort)));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)(bytes.Length - Position))
        {
            throw new InvalidDataException("The bytes end too early.");
        }

        Position += count;
        return bytes.Slice(Position - count, count);
    }
}
