using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Where the quotation marks of a text stand, one bit a byte, found 64 bytes at a time. Only for text in which a quotation mark always begins or ends a
/// string: printable ASCII without backslashes.
/// </summary>
internal sealed class QuoteMap
{
    /// <summary>The longest text, in bytes: longer ones are rare, and not worth the memory.</summary>
    public const int MaximumLength = 4096;

    /// <summary>How many bytes a word stands for.</summary>
    public const int BlockBytes = 64;

    private const byte Delete = 0x7F;

    private readonly ulong[] blocks = new ulong[MaximumLength / BlockBytes];
    private int count;

    /// <summary>Marks a text, at most <see cref="MaximumLength"/> bytes.</summary>
    /// <returns>Whether it is printable ASCII without backslashes; otherwise the map means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMark(ReadOnlySpan<byte> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var unusual = Vector256<byte>.Zero;
        count = 0;
        for (var at = 0; at <= text.Length - BlockBytes; at += BlockBytes)
        {
            blocks[count++] = Mark(ref Unsafe.Add(ref first, at), ref unusual);
        }

        if (text.Length % BlockBytes is > 0 and var rest)
        {
            blocks[count] = count > 0 ? Mark(ref Unsafe.Add(ref first, text.Length - BlockBytes), ref unusual) >> (BlockBytes - rest) : MarkShort(text, ref unusual);
            count++;
        }

        return unusual == Vector256<byte>.Zero;
    }

    /// <summary>Goes through the quotation marks of the text that was marked last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public QuoteCursor Read() => new(blocks.AsSpan(0, count));

    private static ulong MarkShort(ReadOnlySpan<byte> text, ref Vector256<byte> unusual)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Fill((byte)' ');
        text.CopyTo(block);
        return Mark(ref MemoryMarshal.GetReference(block), ref unusual);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mark(ref byte first, ref Vector256<byte> unusual)
    {
        var low = Vector256.LoadUnsafe(ref first);
        var high = Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count);
        unusual |= Unusual(low) | Unusual(high);
        return Quotes(low) | ((ulong)Quotes(high) << Vector256<byte>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Quotes(Vector256<byte> bytes) => Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits();

    // As signed numbers, all bytes outside ASCII are below the first printable one too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Unusual(Vector256<byte> bytes)
        => Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.Equals(bytes, Vector256.Create(Delete));
}
