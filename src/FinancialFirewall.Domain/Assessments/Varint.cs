using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Whole numbers in as many groups of seven bits as they need, the lowest first; the top bit says that another follows.</summary>
internal static class Varint
{
    private const int GroupBits = 7;
    private const int More = 1 << GroupBits;

    /// <summary>Numbers below this are one group.</summary>
    public const ulong OneGroup = More;

    /// <summary>Numbers below this are no more than seven groups.</summary>
    public const ulong SevenGroups = 1UL << (7 * GroupBits);

    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    public static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    public static int Write(ulong value, Span<byte> destination)
    {
        var length = 0;
        for (; value >= More; value >>= GroupBits)
        {
            destination[length++] = (byte)(value | More);
        }

        destination[length++] = (byte)value;
        return length;
    }

    /// <summary>The groups of a number below <see cref="SevenGroups"/> in one word, as <see cref="Write"/> writes them, without a question for each group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(ulong value, out int length)
    {
        // One more than the highest bit's place, divided by seven and rounded up.
        length = (int)((((uint)BitOperations.Log2(value | 1) * 9) + 73) / 64);
        value = (value & 0x0FFF_FFFF) | ((value & 0x00FF_FFFF_F000_0000) << 4);
        value = (value & 0x0000_3FFF_0000_3FFF) | ((value & 0x0FFF_C000_0FFF_C000) << 2);
        value = (value & 0x007F_007F_007F_007F) | ((value & 0x3F80_3F80_3F80_3F80) << 1);
        return value | (0x8080_8080_8080_8080 & ((1UL << ((length - 1) * 8)) - 1));
    }

    public static ulong Read(ReadOnlySpan<byte> source, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += GroupBits)
        {
            var group = source[position++];
            value |= (ulong)(group & (More - 1)) << shift;
            if (group < More)
            {
                return value;
            }
        }

        throw new ArgumentException("A number in this record has no end.", nameof(source));
    }
}
