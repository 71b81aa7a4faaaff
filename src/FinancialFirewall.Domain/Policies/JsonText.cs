using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Domain.Policies;

/// <summary>UTF-8 texts as JSON strings. Only what RFC 8259 demands is escaped: quotation marks, backslashes and control characters.</summary>
internal static class JsonText
{
    /// <summary>How much longer a text can become: <c>\u001f</c> for one byte.</summary>
    public const int Expansion = 6;

    private const byte FirstPrintable = 0x20;

    /// <summary>The longest form of a text of so many bytes, its quotation marks included.</summary>
    public static int MaximumLength(int utf8Length) => (utf8Length * Expansion) + 2;

    /// <summary>Writes a text with its quotation marks, and answers how many bytes it took.</summary>
    public static int Write(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        if (IsPlain(utf8))
        {
            destination[0] = (byte)'"';
            ShortBytes.Copy(utf8, destination[1..]);
            destination[utf8.Length + 1] = (byte)'"';
            return utf8.Length + 2;
        }

        return WriteEscaped(utf8, destination);
    }

    // Whether nothing is to be escaped; for a text that is shorter than a vector nobody asks.
    private static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < Vector128<byte>.Count)
        {
            return false;
        }

        ref var first = ref MemoryMarshal.GetReference(utf8);
        var last = (nuint)(utf8.Length - Vector128<byte>.Count);
        var special = Special(Vector128.LoadUnsafe(ref first, last));
        for (nuint at = 0; at < last; at += (nuint)Vector128<byte>.Count)
        {
            special |= Special(Vector128.LoadUnsafe(ref first, at));
        }

        return special == Vector128<byte>.Zero;
    }

    private static Vector128<byte> Special(Vector128<byte> bytes)
        => Vector128.LessThan(bytes, Vector128.Create(FirstPrintable))
            | Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));

    private static int WriteEscaped(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        destination[0] = (byte)'"';
        var length = 1;
        while (utf8.IndexOfAnyInRange((byte)0, (byte)(FirstPrintable - 1)) is var control && NextEscape(utf8, control) is >= 0 and var next)
        {
            utf8[..next].CopyTo(destination[length..]);
            length += next;
            length += Escape(utf8[next], destination[length..]);
            utf8 = utf8[(next + 1)..];
        }

        utf8.CopyTo(destination[length..]);
        length += utf8.Length;
        destination[length] = (byte)'"';
        return length + 1;
    }

    private static int NextEscape(ReadOnlySpan<byte> utf8, int control)
    {
        var special = utf8.IndexOfAny((byte)'"', (byte)'\\');
        return special < 0 ? control : control < 0 ? special : Math.Min(special, control);
    }

    private static int Escape(byte character, Span<byte> destination)
    {
        if (character >= FirstPrintable)
        {
            destination[0] = (byte)'\\';
            destination[1] = character;
            return 2;
        }

        "\\u00"u8.CopyTo(destination);
        destination[4] = (byte)('0' + (character >> 4));
        destination[5] = "0123456789abcdef"u8[character & 0xF];
        return 6;
    }
}
