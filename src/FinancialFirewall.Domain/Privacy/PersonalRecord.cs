using System.Buffers.Binary;
using System.Numerics;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Privacy;

/// <summary>
/// A record of the journal as somebody sees it who seals what it says about a person, or opens it: which bytes that are, and of whom. The bytes are found
/// the same whether they are sealed or not, because no length and no presence is ever sealed.
/// </summary>
public readonly ref struct PersonalRecord
{
    private const int FlagsOffset = 7;
    private const int OpenedAtOffset = 40;
    private const int PlaceOffset = 48;
    private const int FixedLength = 8;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly int paymentStart;

    private PersonalRecord(ReadOnlySpan<byte> record, int payment)
    {
        bytes = record;
        paymentStart = payment;
    }

    /// <summary>The payment in the record: of a sealed one only what is no personal member.</summary>
    public PackedPayment Payment => new(bytes[paymentStart..]);

    /// <summary>Where the payment begins in the record.</summary>
    public int Place => paymentStart;

    /// <summary>The record's header.</summary>
    public RecordHeader Header => new(bytes);

    /// <summary>No record has more parts: the texts, the fixed members, and the texts among the aggregates, or the one of a follow-up.</summary>
    public int MaximumParts => BitOperations.PopCount(PersonalMembers.Mask) + Header.Kind switch
    {
        RecordKind.Assessment => new AssessmentRecord(bytes).Slots,
        RecordKind.FollowUp => 1,
        _ => 0,
    };

    /// <summary>Whether the personal members are sealed.</summary>
    public bool IsSealed => (Payment.Flags & PackedPaymentFlags.Sealed) != PackedPaymentFlags.None;

    /// <summary>Where the payment's flags are in the record.</summary>
    private int FlagsPlace => paymentStart + FlagsOffset;

    /// <summary>Reads a record that says something about a person.</summary>
    /// <param name="record">Any bytes; behind a record there may be others.</param>
    /// <param name="found">The record.</param>
    /// <returns>False where the bytes are no record of a payment, or its person is forgotten already.</returns>
    public static bool TryRead(ReadOnlySpan<byte> record, out PersonalRecord found)
    {
        found = default;
        if (record.Length < RecordHeader.Length || BinaryPrimitives.ReadUInt32LittleEndian(record) is var length && (length < RecordHeader.Length || length > (uint)record.Length))
        {
            return false;
        }

        var start = PaymentStart(record[..(int)length]);
        if (start < 0)
        {
            return false;
        }

        found = new PersonalRecord(record[..(int)length], start);
        return (found.Payment.Flags & PackedPaymentFlags.Erased) == PackedPaymentFlags.None;
    }

    /// <summary>Reads a record again that was read before.</summary>
    /// <param name="record">The same bytes.</param>
    /// <param name="place">Its <see cref="Place"/>.</param>
    public static PersonalRecord ReadAgain(ReadOnlySpan<byte> record, int place)
        => new(record[..BinaryPrimitives.ReadInt32LittleEndian(record)], place);

    /// <summary>Marks a copy of this record as sealed or not.</summary>
    public void Mark(Span<byte> copy, bool isSealed)
    {
        var flags = bytes[FlagsPlace] & ~(int)PackedPaymentFlags.Sealed;
        copy[FlagsPlace] = (byte)(flags | (isSealed ? (int)PackedPaymentFlags.Sealed : 0));
    }

    /// <summary>Finds the bytes that are personal, in their order.</summary>
    /// <param name="parts">Takes them, at most <see cref="MaximumParts"/>.</param>
    /// <returns>How many parts there are; neighbours are one.</returns>
    public int FindParts(Span<Range> parts)
    {
        var count = Header.Kind switch
        {
            RecordKind.Assessment => FindAggregates(parts),
            RecordKind.FollowUp => FindText(parts),
            _ => 0,
        };
        var payment = Payment;
        var presence = payment.Presence;
        if ((presence & PersonalMembers.FixedMask) != 0)
        {
            FindFixed(payment, parts, ref count);
        }

        var texts = presence & ~PackedPayment.FixedMembers;
        var ends = payment.Bytes[PackedPayment.HeaderLength..];
        var first = paymentStart + PackedPayment.HeaderLength + (BitOperations.PopCount(texts) * sizeof(ushort));
        var start = 0;
        for (var rest = texts; rest != 0; rest &= rest - 1)
        {
            var end = BinaryPrimitives.ReadUInt16LittleEndian(ends);
            if ((rest & (~rest + 1) & PersonalMembers.Mask) != 0)
            {
                Add(parts, ref count, first + start, end - start);
            }

            start = end;
            ends = ends[sizeof(ushort)..];
        }

        return count;
    }

    /// <summary>The record without its personal members, which says since when they are gone. What is left is what it was.</summary>
    public byte[] Forget(Instant erasedAt) => ForgottenRecord.Write(bytes, paymentStart, erasedAt);

    private static int PaymentStart(ReadOnlySpan<byte> record)
    {
        var header = new RecordHeader(record);
        switch (header.Kind)
        {
            case RecordKind.Assessment when header.FormatVersion == AssessmentRecord.FormatVersion && record.Length > AssessmentRecord.SetsOffset:
                return new AssessmentRecord(record).PaymentStart;
            case RecordKind.Release when header.FormatVersion == ReleaseRecord.FormatVersion && record.Length > ReleaseRecord.CauseOffset:
                return new ReleaseRecord(record).PaymentStart;
            case RecordKind.FollowUp when header.FormatVersion == FollowUpRecord.FormatVersion && record.Length > FollowUpRecord.TextsOffset:
                return new FollowUpRecord(record).PaymentStart;
            default:
                return -1;
        }
    }

    private static void Add(Span<Range> parts, ref int count, int start, int length)
    {
        if (count > 0 && parts[count - 1].End.Value == start)
        {
            parts[count - 1] = parts[count - 1].Start.Value..(start + length);
        }
        else if (length > 0)
        {
            parts[count++] = start..(start + length);
        }
    }

    private void FindFixed(PackedPayment payment, Span<Range> parts, ref int count)
    {
        if (payment.Has(PaymentMember.FromAccountOpenedAt))
        {
            Add(parts, ref count, paymentStart + OpenedAtOffset, FixedLength);
        }

        if (payment.Has(PaymentMember.Latitude) || payment.Has(PaymentMember.Longitude))
        {
            Add(parts, ref count, paymentStart + PlaceOffset, FixedLength);
        }
    }

    private int FindText(Span<Range> parts)
    {
        var count = 0;
        var start = new FollowUpRecord(bytes).TextStart;
        Add(parts, ref count, start, paymentStart - start);
        return count;
    }

    private int FindAggregates(Span<Range> parts)
    {
        var record = new AssessmentRecord(bytes);
        var count = 0;
        var position = record.AggregatesStart;
        for (var i = 0; i < record.Slots; i++)
        {
            var text = AggregateCodec.Skip(bytes, ref position);
            if (text > 0)
            {
                Add(parts, ref count, position - text, text);
            }
        }

        return count;
    }
}
