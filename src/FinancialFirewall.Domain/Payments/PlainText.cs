using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Printable ASCII without backslashes, in which a quotation mark always begins or ends a JSON string; looked at 32 bytes at a time.</summary>
internal static class PlainText
{
    private const byte Delete = 0x7F;

    /// <summary>How many bytes of a text one word of <see cref="TryFindQuotes"/> is about.</summary>
    public const int WordBytes = 64;

    /// <summary>Whether a text is printable ASCII without backslashes, and where its quotation marks stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quotes">Takes them: bit n of word m stands for byte 64 m + n. There is a word for each 64 bytes that are begun.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFindQuotes(ReadOnlySpan<byte> text, Span<ulong> quotes)
    {
        if (text.Length < WordBytes)
        {
            return TryFindQuotesInShort(text, quotes);
        }

        ref var first = ref MemoryMarshal.GetReference(text);
        var unusual = Vector256<byte>.Zero;
        var word = 0;
        for (; word < text.Length / WordBytes; word++)
        {
            quotes[word] = QuotesOf(ref first, word * WordBytes, ref unusual);
        }

        // The last 64 bytes again; those that were looked at before are shifted out.
        var rest = text.Length % WordBytes;
        if (rest > 0)
        {
            quotes[word] = QuotesOf(ref first, text.Length - WordBytes, ref unusual) >> (WordBytes - rest);
        }

        return unusual == Vector256<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(ref byte first, int at) => Vector256.LoadUnsafe(ref first, (nuint)at);

    // As signed numbers, all bytes outside ASCII are below the first printable one too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Unusual(Vector256<byte> bytes)
        => Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.Equals(bytes, Vector256.Create(Delete));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong QuotesOf(ref byte first, int at, ref Vector256<byte> unusual)
    {
        var (low, high) = (Load(ref first, at), Load(ref first, at + Vector256<byte>.Count));
        unusual |= Unusual(low) | Unusual(high);
        return IsQuote(low) | ((ulong)IsQuote(high) << Vector256<byte>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsQuote(Vector256<byte> bytes) => Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits();

    private static bool TryFindQuotesInShort(ReadOnlySpan<byte> text, Span<ulong> quotes)
    {
        var found = 0UL;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is < (byte)' ' or (byte)'\\' or >= Delete)
            {
                return false;
            }

            found |= text[at] == '"' ? 1UL << at : 0;
        }

        quotes[0] = found;
        return true;
    }
}
