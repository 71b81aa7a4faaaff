using System.Buffers.Binary;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// One payment and its decision, as the journal keeps them: with the policy of its version it holds all that is needed to explain the decision, and
/// to decide again. Little-endian; begins with a <see cref="RecordHeader"/> whose facts are <see cref="AssessmentFacts"/> and whose time is
/// <c>assessedAt</c>.
/// <code>
/// 32              36       37      38     39      40      42        44       46      48
///  +--------------+--------+-------+------+-------+-------+---------+--------+-------+
///  | policy vers. | decis. | level | step | flags | score | config. | toggle | list  |   score in 1/10,000; places in the policy, −1: none
///  +--------------+--------+-------+------+-------+-------+---------+--------+-------+
/// 48              52       53      54     55      56                64               72        74
///  +--------------+--------+-------+------+-------+-----------------+----------------+---------+
///  | took, µs     | parts  | slots | set  | zero  | first seen, µs  | base amount    | agg.len |   set: bytes of each factor set
///  +--------------+--------+-------+------+-------+-----------------+----------------+---------+   slots: how many aggregates
/// 74
///  +-------------+-----------------+---- … --------+------ … --------+
///  | factors held| factors unknown | aggregates    | packed payment  |    factor sets: bit n = factor n; aggregates: by the policy's numbering,
///  +-------------+-----------------+---- … --------+------ … --------+    account's and other keys' alike
/// </code>
/// </summary>
public readonly ref struct AssessmentRecord
{
    /// <summary>The version of the layout above.</summary>
    public const byte FormatVersion = 1;

    internal const int PolicyVersionOffset = 32;
    internal const int DecisionOffset = 36;
    internal const int LevelOffset = 37;
    internal const int StepOffset = 38;
    internal const int FlagsOffset = 39;
    internal const int ScoreOffset = 40;
    internal const int ConfigurationOffset = 42;
    internal const int ToggleOffset = 44;
    internal const int ListOffset = 46;
    internal const int ProcessingOffset = 48;
    internal const int PartsOffset = 52;
    internal const int SlotsOffset = 53;
    internal const int SetLengthOffset = 54;
    internal const int FirstSeenOffset = 56;
    internal const int BaseAmountOffset = 64;
    internal const int AggregatesLengthOffset = 72;
    internal const int SetsOffset = 74;

    private readonly ReadOnlySpan<byte> bytes;

    /// <summary>Reads a record in place.</summary>
    /// <param name="record">Starts with the record; what follows its length is ignored.</param>
    /// <exception cref="ArgumentException">The bytes are not a whole assessment of a known format version.</exception>
    public AssessmentRecord(ReadOnlySpan<byte> record)
    {
        bytes = new RecordHeader(record).Record;
        if (bytes[RecordHeader.KindOffset] != (byte)RecordKind.Assessment || bytes[RecordHeader.VersionOffset] != FormatVersion || bytes.Length < SetsOffset || bytes.Length < PaymentStart)
        {
            throw new ArgumentException("These bytes are not an assessment of a known format version.", nameof(record));
        }
    }

    /// <summary>Kind, partition, sequence, reference and time.</summary>
    public RecordHeader Header => new(bytes);

    /// <summary>The partition, 0 to 63.</summary>
    public int Partition => bytes[RecordHeader.PartitionOffset];

    /// <summary>The record's number in its partition.</summary>
    public long Sequence => BinaryPrimitives.ReadInt64LittleEndian(bytes[RecordHeader.SequenceOffset..]);

    /// <summary>When the payment was assessed, by the partition's clock.</summary>
    public Instant AssessedAt => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[RecordHeader.AtOffset..]));

    /// <summary>XxHash64 of the transaction reference.</summary>
    public ulong ReferenceHash => BinaryPrimitives.ReadUInt64LittleEndian(bytes[RecordHeader.ReferenceHashOffset..]);

    /// <summary>The policy version that decided.</summary>
    public int PolicyVersion => BinaryPrimitives.ReadInt32LittleEndian(bytes[PolicyVersionOffset..]);

    /// <summary>What was decided.</summary>
    public Decision Decision => (Decision)bytes[DecisionOffset];

    /// <summary>The risk level.</summary>
    public RiskLevel Level => (RiskLevel)bytes[LevelOffset];

    /// <summary>The score of the factors that held.</summary>
    public Score Score => new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[ScoreOffset..]));

    /// <summary>The place of the configuration in the policy; −1 for none.</summary>
    public short ConfigurationIndex => BinaryPrimitives.ReadInt16LittleEndian(bytes[ConfigurationOffset..]);

    /// <summary>The factors that held.</summary>
    public FactorSet Held => FactorSet.Read(bytes.Slice(SetsOffset, SetLength));

    /// <summary>
    /// The record from the factors that held on, as <see cref="FactorSet.Write"/> wrote them: who only goes through them needs no set, whose copies cost more than the bytes.
    /// </summary>
    internal ReadOnlySpan<byte> SetBytes => bytes[SetsOffset..];

    /// <summary>The bytes of each of both sets of factors.</summary>
    internal int SetLength => bytes[SetLengthOffset];

    /// <summary>How long assessing took, in microseconds.</summary>
    public uint ProcessingMicroseconds => BinaryPrimitives.ReadUInt32LittleEndian(bytes[ProcessingOffset..]);

    /// <summary>When the account was first seen.</summary>
    public Instant AccountFirstSeen => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[FirstSeenOffset..]));

    /// <summary>What else was known of the account.</summary>
    public AssessmentFacts Facts => (AssessmentFacts)bytes[RecordHeader.FactsOffset];

    /// <summary>The amount in minor units of the base currency; meaningless without <see cref="AssessmentFacts.HasBaseAmount"/>.</summary>
    public long BaseAmountMinor => BinaryPrimitives.ReadInt64LittleEndian(bytes[BaseAmountOffset..]);

    /// <summary>How many aggregates the policy had.</summary>
    public int Slots => bytes[SlotsOffset];

    /// <summary>The payment.</summary>
    public PackedPayment Payment => new(bytes[PaymentStart..]);

    /// <summary>The whole outcome.</summary>
    public Outcome Outcome => new()
    {
        Decision = Decision,
        Level = Level,
        Score = Score,
        Step = (DecisionStep)bytes[StepOffset],
        Flags = (OutcomeFlags)bytes[FlagsOffset],
        Parts = (CriterionParts)bytes[PartsOffset],
        ConfigurationIndex = ConfigurationIndex,
        ToggleIndex = BinaryPrimitives.ReadInt16LittleEndian(bytes[ToggleOffset..]),
        ListIndex = BinaryPrimitives.ReadInt16LittleEndian(bytes[ListOffset..]),
        Held = Held,
        Unknown = FactorSet.Read(bytes.Slice(SetsOffset + SetLength, SetLength)),
    };

    /// <summary>Where the packed payment starts in the record.</summary>
    internal int PaymentStart => AggregatesStart + BinaryPrimitives.ReadUInt16LittleEndian(bytes[AggregatesLengthOffset..]);

    /// <summary>Where the aggregates start in the record.</summary>
    internal int AggregatesStart => SetsOffset + (2 * SetLength);
}
