using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Where the quotation marks of a text stand, one bit a byte, found 64 bytes at a time; handed out in order. Only for text in which a quotation mark always
/// begins or ends a string: printable ASCII without backslashes.
/// </summary>
internal sealed class QuoteMap
{
    /// <summary>The longest text, in bytes: longer ones are rare, and not worth the memory.</summary>
    public const int MaximumLength = 4096;

    private const int BlockBytes = 64;
    private const byte Delete = 0x7F;

    private readonly ulong[] blocks = new ulong[MaximumLength / BlockBytes];
    private int count;
    private int current;
    private ulong left;

    /// <summary>Marks a text, at most <see cref="MaximumLength"/> bytes.</summary>
    /// <returns>Whether it is printable ASCII without backslashes; otherwise the map means nothing.</returns>
    public bool TryMark(ReadOnlySpan<byte> text)
    {
        var unusual = Vector256<byte>.Zero;
        (count, current) = (0, 0);
        for (; text.Length >= BlockBytes; text = text[BlockBytes..])
        {
            Mark(text, ref unusual);
        }

        if (!text.IsEmpty)
        {
            Span<byte> last = stackalloc byte[BlockBytes];
            last.Fill((byte)' ');
            text.CopyTo(last);
            Mark(last, ref unusual);
        }

        left = count == 0 ? 0 : blocks[0];
        return unusual == Vector256<byte>.Zero;
    }

    /// <summary>Where the next quotation mark stands; below 0 when there is none.</summary>
    public int Next()
    {
        while (left == 0)
        {
            if (++current >= count)
            {
                return -1;
            }

            left = blocks[current];
        }

        var place = (current * BlockBytes) + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        return place;
    }

    private void Mark(ReadOnlySpan<byte> block, ref Vector256<byte> unusual)
    {
        ref var first = ref MemoryMarshal.GetReference(block[..BlockBytes]);
        var low = Vector256.LoadUnsafe(ref first);
        var high = Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count);
        unusual |= Unusual(low) | Unusual(high);
        blocks[count++] = Quotes(low) | ((ulong)Quotes(high) << Vector256<byte>.Count);
    }

    private static uint Quotes(Vector256<byte> bytes) => Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits();

    // As signed numbers, all bytes outside ASCII are below the first printable one too.
    private static Vector256<byte> Unusual(Vector256<byte> bytes)
        => Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.Equals(bytes, Vector256.Create(Delete));
}
