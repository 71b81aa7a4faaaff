using System.Buffers.Binary;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// An amount leaves the sums of the account whose payment had put it there, for later payments only. It stands in the original's partition and
/// carries the original payment, so that following the journal needs no second look-up. Little-endian; begins with a <see cref="RecordHeader"/>
/// whose reference is the original's, whose facts are <see cref="ReleaseFacts"/>, and whose time is that of the release.
/// <code>
/// 32                   40                   48                   56                   64       65     66      68
///  +--------------------+--------------------+--------------------+--------------------+--------+------+-------+
///  | original sequence  | original at, µs    | base amount        | original amount    | reason | zero | c.len |
///  +--------------------+--------------------+--------------------+--------------------+--------+------+-------+
/// 68
///  +------ … --------+------ … ----------------+
///  | cause, UTF-8    | original packed payment |    cause: the reference of the payment that releases (a refund's); empty where there is none
///  +------ … --------+------ … ----------------+    amounts: in minor units of the base currency and of the original's own
/// </code>
/// </summary>
public readonly ref struct ReleaseRecord
{
    /// <summary>The version of the layout above.</summary>
    public const byte FormatVersion = 1;

    internal const int CauseOffset = 68;

    private const int OriginalSequenceOffset = 32;
    private const int OriginalAtOffset = 40;
    private const int BaseAmountOffset = 48;
    private const int OriginalAmountOffset = 56;
    private const int ReasonOffset = 64;
    private const int CauseLengthOffset = 66;

    private readonly ReadOnlySpan<byte> bytes;

    /// <summary>Reads a record in place.</summary>
    /// <param name="record">Starts with the record; what follows its length is ignored.</param>
    /// <exception cref="ArgumentException">The bytes are not a whole release of a known format version.</exception>
    public ReleaseRecord(ReadOnlySpan<byte> record)
    {
        bytes = new RecordHeader(record).Record;
        if (Header.Kind != RecordKind.Release || Header.FormatVersion != FormatVersion || bytes.Length < CauseOffset || bytes.Length < PaymentStart)
        {
            throw new ArgumentException("These bytes are not a release of a known format version.", nameof(record));
        }
    }

    /// <summary>Kind, partition, sequence, the original's reference, and the time of the release.</summary>
    public RecordHeader Header => new(bytes);

    /// <summary>What else is known.</summary>
    public ReleaseFacts Facts => (ReleaseFacts)bytes[RecordHeader.FactsOffset];

    /// <summary>The original assessment's number in this partition.</summary>
    public long OriginalSequence => BinaryPrimitives.ReadInt64LittleEndian(bytes[OriginalSequenceOffset..]);

    /// <summary>When the original was assessed: in whose bucket the amount is.</summary>
    public Instant OriginalAssessedAt => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[OriginalAtOffset..]));

    /// <summary>What is released, in minor units of the base currency; meaningless without <see cref="ReleaseFacts.HasBaseAmount"/>.</summary>
    public long BaseAmountMinor => BinaryPrimitives.ReadInt64LittleEndian(bytes[BaseAmountOffset..]);

    /// <summary>What is released, in minor units of the original's own currency.</summary>
    public long OriginalAmountMinor => BinaryPrimitives.ReadInt64LittleEndian(bytes[OriginalAmountOffset..]);

    /// <summary>Why.</summary>
    public ReleaseReason Reason => (ReleaseReason)bytes[ReasonOffset];

    /// <summary>Whether the payment as a whole is undone, rather than money given back: averages are then over one payment less.</summary>
    public bool IsEntire => Reason >= ReleaseReason.RejectedInReview;

    /// <summary>The UTF-8 reference of the payment that releases; empty where there is none.</summary>
    public ReadOnlySpan<byte> Cause => bytes[CauseOffset..PaymentStart];

    /// <summary>The payment whose amount is released.</summary>
    public PackedPayment OriginalPayment => new(bytes[PaymentStart..]);

    internal int PaymentStart => CauseOffset + BinaryPrimitives.ReadUInt16LittleEndian(bytes[CauseLengthOffset..]);

    /// <summary>No release of this payment is longer, in bytes.</summary>
    public static int LengthOf(PackedPayment original, ReadOnlySpan<byte> cause) => CauseOffset + cause.Length + original.Bytes.Length;

    /// <summary>Writes a record.</summary>
    /// <param name="destination">Takes <see cref="LengthOf"/> bytes.</param>
    /// <param name="stamp">Where the release stands; its processing time is not kept.</param>
    /// <param name="at">When it is released, by the partition's clock.</param>
    /// <param name="original">The assessment whose amount is released.</param>
    /// <param name="baseAmountMinor">How much, in minor units of the base currency; nothing where there was no rate.</param>
    /// <param name="originalAmountMinor">How much, in minor units of the original's own currency.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cause">The UTF-8 reference of the payment that releases; empty where there is none.</param>
    /// <returns>The record's length in bytes.</returns>
    public static int Write(
        Span<byte> destination,
        RecordStamp stamp,
        Instant at,
        AssessmentRecord original,
        long? baseAmountMinor,
        long originalAmountMinor,
        ReleaseReason reason,
        ReadOnlySpan<byte> cause)
    {
        var payment = original.Payment;
        var length = LengthOf(payment, cause);
        var facts = baseAmountMinor is null ? ReleaseFacts.None : ReleaseFacts.HasBaseAmount;
        RecordHeader.Write(
            destination, length, RecordKind.Release, FormatVersion, (byte)facts, stamp.Partition, stamp.Sequence, original.ReferenceHash, at);
        BinaryPrimitives.WriteInt64LittleEndian(destination[OriginalSequenceOffset..], original.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(destination[OriginalAtOffset..], original.AssessedAt.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(destination[BaseAmountOffset..], baseAmountMinor ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(destination[OriginalAmountOffset..], originalAmountMinor);
        destination[ReasonOffset] = (byte)reason;
        destination[ReasonOffset + 1] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[CauseLengthOffset..], checked((ushort)cause.Length));
        cause.CopyTo(destination[CauseOffset..]);
        payment.Bytes.CopyTo(destination[(CauseOffset + cause.Length)..]);
        return length;
    }
}
