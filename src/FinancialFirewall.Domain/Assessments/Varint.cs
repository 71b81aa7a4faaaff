namespace FinancialFirewall.Domain.Assessments;

/// <summary>Whole numbers in as many groups of seven bits as they need, the lowest first; the top bit says that another follows.</summary>
internal static class Varint
{
    private const int GroupBits = 7;
    private const int More = 1 << GroupBits;

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
