using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// The text that led from one member's value to the next one's in an earlier payment, such as <c>,"currency":</c>: who sends payments writes them alike, and comparing
/// that text as a whole takes a fraction of the time of reading it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ExpectedMember
{
    private Vector256<byte> text;
    private uint ignored;

    /// <summary>How many bytes the text has.</summary>
    public int Length { get; private set; }

    /// <summary>The member whose value follows.</summary>
    public PaymentMember Member { get; private set; }

    /// <summary>Whether the text stands at a place; false before anything was learnt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsAt(ReadOnlySpan<byte> json, int at) => at <= json.Length - Vector256<byte>.Count ? IsSurelyAt(json, at) : IsNearEnd(json, at);

    /// <summary>Whether the text stands at a place that is not near the end; false near the end, where <see cref="IsAt"/> has to say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsSurelyAt(ReadOnlySpan<byte> json, int at) => at <= json.Length - Vector256<byte>.Count
        && (Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)at), text).ExtractMostSignificantBits() | ignored) == uint.MaxValue;

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
        (Length, Member) = (end - start, member);
        ignored = uint.MaxValue << Length;
    }

    // The last members stand too near the end for whole vectors: those of nearly every payment.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsNearEnd(ReadOnlySpan<byte> json, int at)
        => Length > 0 && at <= json.Length - Length
            && ShortBytes.Equal(json.Slice(at, Length), MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in text, 1))[..Length]);
}
