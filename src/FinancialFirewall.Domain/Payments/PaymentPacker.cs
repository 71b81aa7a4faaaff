using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Bytes;
using FinancialFirewall.Domain.Hashing;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Writes the layout that <see cref="PackedPayment"/> draws and reads.</summary>
internal static class PaymentPacker
{
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
        var length = PackedPayment.HeaderLength + (BitOperations.PopCount(texts) * sizeof(ushort));
        for (var rest = texts; rest != 0; rest &= rest - 1)
        {
            length += values[BitOperations.TrailingZeroCount(rest)].Length;
        }

        var packed = output.GetSpan(length)[..length];
        WriteHeader(packed, fields);
        WriteTexts(packed, texts, json, scratch, values);
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
    private static void WriteHeader(Span<byte> packed, in PackedPaymentFields fields)
    {
        BinaryPrimitives.WriteInt32LittleEndian(packed, packed.Length);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteTexts(Span<byte> packed, ulong texts, ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentValue[] values)
    {
        var ends = packed[PackedPayment.HeaderLength..];
        var target = ends[(BitOperations.PopCount(texts) * sizeof(ushort))..];
        var written = 0;
        for (var rest = texts; rest != 0; rest &= rest - 1)
        {
            var text = TextOf(values[BitOperations.TrailingZeroCount(rest)], json, scratch);
            ShortBytes.Copy(text, target[written..]);
            written += text.Length;

            // The member table bounds all texts together below 65,536 bytes.
            BinaryPrimitives.WriteUInt16LittleEndian(ends, checked((ushort)written));
            ends = ends[sizeof(ushort)..];
        }
    }
}
