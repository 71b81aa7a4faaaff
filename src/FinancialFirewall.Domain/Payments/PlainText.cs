using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Printable ASCII without backslashes, in which a quotation mark always begins or ends a JSON string; looked at 32 bytes at a time.</summary>
internal static class PlainText
{
    private const byte Delete = 0x7F;

    /// <summary>Whether a text is printable ASCII without backslashes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector256<byte>.Count)
        {
            return IsShort(text);
        }

        ref var first = ref MemoryMarshal.GetReference(text);
        var last = text.Length - Vector256<byte>.Count;
        var unusual = Unusual(Load(ref first, last));
        for (var at = 0; at < last; at += Vector256<byte>.Count)
        {
            unusual |= Unusual(Load(ref first, at));
        }

        return unusual == Vector256<byte>.Zero;
    }

    /// <summary>Where the first quotation mark at or behind a place stands; below 0 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place in it, or its end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindQuote(ReadOnlySpan<byte> text, int at)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var quotes = Vector256.Equals(Load(ref first, at), Vector256.Create((byte)'"')).ExtractMostSignificantBits();
            if (quotes != 0)
            {
                return at + BitOperations.TrailingZeroCount(quotes);
            }
        }

        return FindNearEnd(text, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(ref byte first, int at) => Vector256.LoadUnsafe(ref first, (nuint)at);

    // As signed numbers, all bytes outside ASCII are below the first printable one too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Unusual(Vector256<byte> bytes)
        => Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.Equals(bytes, Vector256.Create(Delete));

    private static bool IsShort(ReadOnlySpan<byte> text)
    {
        foreach (var one in text)
        {
            if (one is < (byte)' ' or (byte)'\\' or >= Delete)
            {
                return false;
            }
        }

        return true;
    }

    private static int FindNearEnd(ReadOnlySpan<byte> text, int at)
    {
        var place = text[at..].IndexOf((byte)'"');
        return place < 0 ? place : at + place;
    }
}
