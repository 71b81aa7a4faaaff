using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// The text that led from one member's value to the next one's in an earlier payment, such as <c>,"currency":</c>: who sends payments writes them alike, and comparing
/// that text as a whole takes a fraction of the time of reading it.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * TextStart)]
internal struct ExpectedMember
{
    // As much stands before the text as near the end of a payment is read before it.
    private const int TextStart = 32;

    [FieldOffset(0)]
    private uint ignored;

    [FieldOffset(4)]
    private int length;

    [FieldOffset(8)]
    private PaymentMember member;

    [FieldOffset(TextStart)]
    private Vector256<byte> text;

    /// <summary>How many bytes the text has.</summary>
    public readonly int Length => length;

    /// <summary>The member whose value follows.</summary>
    public readonly PaymentMember Member => member;

    /// <summary>Whether the text stands at a place; false before anything was learnt, and in fewer than 32 bytes, which no payment has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsAt(ReadOnlySpan<byte> json, int at)
    {
        var place = json.Length - Vector256<byte>.Count;
        if (at <= place)
        {
            return (Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)at), text).ExtractMostSignificantBits() | ignored) == uint.MaxValue;
        }

        if (place < 0 || at >= json.Length || length > json.Length - at)
        {
            return false;
        }

        // The last members stand too near the end for whole vectors: the last 32 bytes are compared with as many that end within the text, of which what stands before it is ignored.
        var before = at - place;
        ref var padded = ref Unsafe.Subtract(ref Unsafe.As<Vector256<byte>, byte>(ref Unsafe.AsRef(in text)), before);
        var equal = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)place), Vector256.LoadUnsafe(ref padded)).ExtractMostSignificantBits();
        return (equal | (ignored << before) | ((1u << before) - 1)) == uint.MaxValue;
    }

    /// <summary>Learns the text between two places, where it is short enough to be compared at once.</summary>
    public void Learn(ReadOnlySpan<byte> json, int start, int end, PaymentMember member)
    {
        if (end - start >= Vector256<byte>.Count)
        {
            return;
        }

        Span<byte> padded = stackalloc byte[Vector256<byte>.Count];
        padded.Clear();
        json[start..end].CopyTo(padded);
        text = Vector256.Create<byte>(padded);
        (length, this.member) = (end - start, member);
        ignored = uint.MaxValue << length;
    }
}
