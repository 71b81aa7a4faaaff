using System.Buffers.Binary;
using System.Numerics;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Privacy;

/// <summary>Writes a record anew without what it says about a person.</summary>
internal static class ForgottenRecord
{
    private const int FlagsOffset = 7;
    private const int PresenceOffset = 8;
    private const int ErasedAtOffset = 40;
    private const int PlaceOffset = 48;

    /// <summary>The record without personal members, without texts among its aggregates, and without the text of a follow-up.</summary>
    public static byte[] Write(ReadOnlySpan<byte> record, int paymentStart, Instant erasedAt)
    {
        // Nothing gets longer: what goes is left out, and an aggregate that is absent is its tag alone.
        Span<byte> buffer = new byte[record.Length];
        var start = new RecordHeader(record).Kind switch
        {
            RecordKind.Assessment => WriteAssessment(record, buffer),
            RecordKind.FollowUp => WriteFollowUp(record, buffer),
            _ => CopyUpTo(record, paymentStart, buffer),
        };
        var length = start + WritePayment(new PackedPayment(record[paymentStart..]), erasedAt, buffer[start..]);
        BinaryPrimitives.WriteInt32LittleEndian(buffer, length);
        return buffer[..length].ToArray();
    }

    private static int CopyUpTo(ReadOnlySpan<byte> record, int end, Span<byte> destination)
    {
        record[..end].CopyTo(destination);
        return end;
    }

    private static int WriteFollowUp(ReadOnlySpan<byte> record, Span<byte> destination)
    {
        var start = CopyUpTo(record, new FollowUpRecord(record).TextStart, destination);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[FollowUpRecord.TextLengthOffset..], 0);
        return start;
    }

    private static int WriteAssessment(ReadOnlySpan<byte> record, Span<byte> destination)
    {
        var assessment = new AssessmentRecord(record);
        var start = CopyUpTo(record, assessment.AggregatesStart, destination);
        var (from, to) = (start, start);
        for (var i = 0; i < assessment.Slots; i++)
        {
            var first = from;
            if (AggregateCodec.Skip(record, ref from) > 0)
            {
                to += AggregateCodec.Write(AggregateValue.Absent, destination[to..]);
            }
            else
            {
                record[first..from].CopyTo(destination[to..]);
                to += from - first;
            }
        }

        BinaryPrimitives.WriteUInt16LittleEndian(destination[AssessmentRecord.AggregatesLengthOffset..], (ushort)(to - start));
        return to;
    }

    private static int WritePayment(PackedPayment payment, Instant erasedAt, Span<byte> destination)
    {
        var presence = payment.Presence & ~PersonalMembers.Mask;
        payment.Bytes[..PackedPayment.HeaderLength].CopyTo(destination);
        var flags = (payment.Flags & ~PackedPaymentFlags.Sealed) | PackedPaymentFlags.Erased;
        destination[FlagsOffset] = (byte)flags;
        BinaryPrimitives.WriteUInt64LittleEndian(destination[PresenceOffset..], presence);
        BinaryPrimitives.WriteInt64LittleEndian(destination[ErasedAtOffset..], erasedAt.UnixMicroseconds);
        destination.Slice(PlaceOffset, sizeof(long)).Clear();
        var texts = presence & ~PackedPayment.FixedMembers;
        var ends = PackedPayment.HeaderLength;
        var first = ends + (BitOperations.PopCount(texts) * sizeof(ushort));
        var length = 0;
        for (var rest = texts; rest != 0; rest &= rest - 1, ends += sizeof(ushort))
        {
            var text = payment.Text((PaymentMember)BitOperations.TrailingZeroCount(rest));
            text.CopyTo(destination[(first + length)..]);
            length += text.Length;
            BinaryPrimitives.WriteUInt16LittleEndian(destination[ends..], (ushort)length);
        }

        BinaryPrimitives.WriteInt32LittleEndian(destination, first + length);
        return first + length;
    }
}
