using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FinancialFirewall.Domain.Hashing;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Writes the layout that <see cref="PackedPayment"/> draws and reads.</summary>
internal static class PaymentPacker
{
    // Two countries, whose letters are an account's.
    private const int DerivedBytes = 2 * CountryTable.CodeLength;

    /// <summary>Appends one packed payment.</summary>
    /// <param name="json">Where unchanged texts stand.</param>
    /// <param name="scratch">Where changed texts stand.</param>
    /// <param name="fields">Everything that is not text.</param>
    /// <param name="values">Where the text of each present member stands.</param>
    /// <param name="output">Takes the payment.</param>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Pack(
        ReadOnlySpan<byte> json, PaymentScratch scratch, in PackedPaymentFields fields, PaymentValue[] values, IBufferWriter<byte> output)
    {
        var texts = fields.Presence & ~PackedPayment.FixedMembers;
        var start = PackedPayment.HeaderLength + (BitOperations.PopCount(texts) * sizeof(ushort));
        var packed = output.GetSpan(start + json.Length + scratch.Used + DerivedBytes);
        var length = start + WriteTexts(packed[PackedPayment.HeaderLength..], texts, json, scratch, values);
        WriteHeader(packed[..PackedPayment.HeaderLength], length, fields);
        WriteHash(packed[56..], PaymentMember.TransactionReference, texts, json, scratch, values);
        WriteHash(packed[64..], PaymentMember.FromAccountNumber, texts, json, scratch, values);
        output.Advance(length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteHash(
        Span<byte> target, PaymentMember member, ulong texts, ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentValue[] values)
    {
        var isPresent = (texts & (1UL << (int)member)) != 0;
        BinaryPrimitives.WriteUInt64LittleEndian(target, XxHash64.Hash(isPresent ? TextOf(values[(int)member], json, scratch) : default));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> TextOf(in PaymentValue value, ReadOnlySpan<byte> json, PaymentScratch scratch)
        => value.InScratch ? scratch.Slice(value.Start, value.Length) : json.Slice(value.Start, value.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteHeader(Span<byte> packed, int length, in PackedPaymentFields fields)
    {
        BinaryPrimitives.WriteInt32LittleEndian(packed, length);
        packed[4] = PackedPayment.FormatVersion;
        packed[5] = (byte)fields.Kind;
        packed[6] = (byte)fields.Source;
        packed[7] = (byte)fields.Flags;
        BinaryPrimitives.WriteUInt64LittleEndian(packed[8..], fields.Presence);
        BinaryPrimitives.WriteInt64LittleEndian(packed[16..], fields.AmountMinor);
        BinaryPrimitives.WriteUInt16LittleEndian(packed[24..], fields.CurrencyNumber);
        BinaryPrimitives.WriteUInt16LittleEndian(packed[26..], 0);
        BinaryPrimitives.WriteInt32LittleEndian(packed[28..], fields.RequestedExecutionDay);
        BinaryPrimitives.WriteInt64LittleEndian(packed[32..], fields.InitiatedAt.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(packed[40..], fields.FromAccountOpenedAt.UnixMicroseconds);
        BinaryPrimitives.WriteInt32LittleEndian(packed[48..], fields.LatitudeMicrodegrees);
        BinaryPrimitives.WriteInt32LittleEndian(packed[52..], fields.LongitudeMicrodegrees);
    }

    // A method of its own, so that its variables stay in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteTexts(Span<byte> ends, ulong texts, ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentValue[] values)
    {
        var target = ends[(BitOperations.PopCount(texts) * sizeof(ushort))..];
        var written = 0;
        for (; texts != 0; texts &= texts - 1)
        {
            ref readonly var value = ref values[BitOperations.TrailingZeroCount(texts)];
            if (value.InScratch || !TryCopyAtOnce(json, value.Start, value.Length, target, written))
            {
                TextOf(value, json, scratch).CopyTo(target[written..]);
            }

            written += value.Length;

            // The member table bounds all texts together below 65,536 bytes.
            BinaryPrimitives.WriteUInt16LittleEndian(ends, checked((ushort)written));
            ends = ends[sizeof(ushort)..];
        }

        return written;
    }

    // Whole vectors, without a question for the length: what is copied behind the end is overwritten by the next text, or is behind the payment.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyAtOnce(ReadOnlySpan<byte> json, int start, int length, Span<byte> target, int written)
    {
        if (length > 2 * Vector256<byte>.Count)
        {
            return false;
        }

        var whole = length <= Vector256<byte>.Count ? Vector256<byte>.Count : length;
        if (start > json.Length - whole || written > target.Length - whole)
        {
            return false;
        }

        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(json), start);
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), written);
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
        if (length > Vector256<byte>.Count)
        {
            var last = (nuint)(length - Vector256<byte>.Count);
            Vector256.LoadUnsafe(ref from, last).StoreUnsafe(ref to, last);
        }

        return true;
    }
}
