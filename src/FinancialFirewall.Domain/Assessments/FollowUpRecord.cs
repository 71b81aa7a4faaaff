using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// What happened to an assessment after its first decision, which stays as it is. It stands in the assessment's partition and carries the payment, so that following
/// the journal needs no second look-up and the text can be sealed for the payment's person. Little-endian; begins with a <see cref="RecordHeader"/> whose
/// reference is the payment's, whose facts are 0, and whose time is that of the follow-up.
/// <code>
/// 32                   40                   48                   56     57       58        59      60      62     64
///  +--------------------+--------------------+--------------------+------+--------+---------+-------+-------+------+
///  | assessment's seq.  | assessed at, µs    | moment, µs         | kind | decis. | outcome | level | score | zero |   0: none
///  +--------------------+--------------------+--------------------+------+--------+---------+-------+-------+------+
/// 64             68        70         72        74         76
///  +--------------+---------+----------+---------+----------+-- … --+---- … ----+-- … --+-- … --+------ … --------+
///  | policy vers. | by len. | who len. | key len.| text len.| by    | assignee  | key   | text  | packed payment  |   texts: UTF-8
///  +--------------+---------+----------+---------+----------+-- … --+---- … ----+-- … --+-- … --+------ … --------+
/// </code>
/// </summary>
public readonly ref struct FollowUpRecord
{
    /// <summary>The version of the layout above.</summary>
    public const byte FormatVersion = 1;

    /// <summary>The longest name of an actor, an assignee or a request, in bytes of UTF-8.</summary>
    public const int MaximumNameBytes = 256;

    /// <summary>The longest reason or note, in bytes of UTF-8.</summary>
    public const int MaximumTextBytes = 8_000;

    internal const int TextsOffset = 76;
    internal const int TextLengthOffset = 74;

    private const int AssessmentOffset = 32;
    private const int AssessedAtOffset = 40;
    private const int MomentOffset = 48;
    private const int KindOffset = 56;
    private const int DecisionOffset = 57;
    private const int OutcomeOffset = 58;
    private const int LevelOffset = 59;
    private const int ScoreOffset = 60;
    private const int PolicyVersionOffset = 64;
    private const int ByLengthOffset = 68;
    private const int AssigneeLengthOffset = 70;
    private const int KeyLengthOffset = 72;

    private readonly ReadOnlySpan<byte> bytes;

    /// <summary>Reads a record in place.</summary>
    /// <param name="record">Starts with the record; what follows its length is ignored.</param>
    /// <exception cref="ArgumentException">The bytes are not a whole follow-up of a known format version.</exception>
    public FollowUpRecord(ReadOnlySpan<byte> record)
    {
        bytes = new RecordHeader(record).Record;
        if (Header.Kind != RecordKind.FollowUp || Header.FormatVersion != FormatVersion || bytes.Length < TextsOffset || bytes.Length < PaymentStart)
        {
            throw new ArgumentException("These bytes are not a follow-up of a known format version.", nameof(record));
        }
    }

    /// <summary>Kind, partition, sequence, the payment's reference, and the time of the follow-up.</summary>
    public RecordHeader Header => new(bytes);

    /// <summary>The assessment's number in this partition.</summary>
    public long AssessmentSequence => BinaryPrimitives.ReadInt64LittleEndian(bytes[AssessmentOffset..]);

    /// <summary>When the payment was assessed first.</summary>
    public Instant AssessedAt => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[AssessedAtOffset..]));

    /// <summary>What happened.</summary>
    public FollowUpKind Kind => (FollowUpKind)bytes[KindOffset];

    /// <summary>The decision; null where it has none.</summary>
    public Decision? Decision => bytes[DecisionOffset] == 0 ? null : (Decision)bytes[DecisionOffset];

    /// <summary>What became of the payment; null where that was not reported.</summary>
    public ReportedOutcome? Outcome => bytes[OutcomeOffset] == 0 ? null : (ReportedOutcome)bytes[OutcomeOffset];

    /// <summary>The payment.</summary>
    public PackedPayment Payment => new(bytes[PaymentStart..]);

    internal int TextStart => TextsOffset + LengthAt(ByLengthOffset) + LengthAt(AssigneeLengthOffset) + LengthAt(KeyLengthOffset);

    internal int PaymentStart => TextStart + LengthAt(TextLengthOffset);

    /// <summary>All that it says beside the payment.</summary>
    public FollowUp Read() => new(Kind, TextAt(TextsOffset, ByLengthOffset))
    {
        At = Header.At,
        Sequence = Header.Sequence,
        Decision = Decision,
        Outcome = Outcome,
        Moment = new(BinaryPrimitives.ReadInt64LittleEndian(bytes[MomentOffset..])),
        Level = bytes[LevelOffset] == 0 ? null : (RiskLevel)bytes[LevelOffset],
        Score = new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[ScoreOffset..])),
        PolicyVersion = BinaryPrimitives.ReadInt32LittleEndian(bytes[PolicyVersionOffset..]),
        Assignee = TextAt(TextsOffset + LengthAt(ByLengthOffset), AssigneeLengthOffset),
        Key = TextAt(TextStart - LengthAt(KeyLengthOffset), KeyLengthOffset),
        Text = TextAt(TextStart, TextLengthOffset),
    };

    /// <summary>The length of the record of a follow-up, in bytes.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="followUp">What happened.</param>
    public static int LengthOf(PackedPayment payment, FollowUp followUp)
        => TextsOffset + Encoding.UTF8.GetByteCount(followUp.By) + Encoding.UTF8.GetByteCount(followUp.Assignee)
            + Encoding.UTF8.GetByteCount(followUp.Key) + Encoding.UTF8.GetByteCount(followUp.Text) + payment.Bytes.Length;

    /// <summary>Writes a record.</summary>
    /// <param name="assessment">The assessment, as it was decided first.</param>
    /// <param name="followUp">What happened; its time and sequence are those of the record.</param>
    /// <exception cref="OverflowException">A text is longer than 65,535 bytes.</exception>
    public static byte[] Write(AssessmentRecord assessment, FollowUp followUp)
    {
        var record = new byte[LengthOf(assessment.Payment, followUp)];
        RecordHeader.Write(
            record, record.Length, RecordKind.FollowUp, FormatVersion, facts: 0, assessment.Partition, followUp.Sequence, assessment.ReferenceHash, followUp.At);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(AssessmentOffset), assessment.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(AssessedAtOffset), assessment.AssessedAt.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(MomentOffset), followUp.Moment.UnixMicroseconds);
        record[KindOffset] = (byte)followUp.Kind;
        record[DecisionOffset] = followUp.Decision is { } decision ? (byte)decision : (byte)0;
        record[OutcomeOffset] = followUp.Outcome is { } outcome ? (byte)outcome : (byte)0;
        record[LevelOffset] = followUp.Level is { } level ? (byte)level : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(ScoreOffset), (ushort)followUp.Score.TenThousandths);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(PolicyVersionOffset), followUp.PolicyVersion);
        var end = TextsOffset;
        Write(record, followUp.By, ByLengthOffset, ref end);
        Write(record, followUp.Assignee, AssigneeLengthOffset, ref end);
        Write(record, followUp.Key, KeyLengthOffset, ref end);
        Write(record, followUp.Text, TextLengthOffset, ref end);
        assessment.Payment.Bytes.CopyTo(record.AsSpan(end));
        return record;
    }

    private static void Write(Span<byte> record, string text, int lengthOffset, ref int end)
    {
        var length = Encoding.UTF8.GetBytes(text, record[end..]);
        BinaryPrimitives.WriteUInt16LittleEndian(record[lengthOffset..], checked((ushort)length));
        end += length;
    }

    private int LengthAt(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private string TextAt(int start, int lengthOffset) => Encoding.UTF8.GetString(bytes.Slice(start, LengthAt(lengthOffset)));
}
