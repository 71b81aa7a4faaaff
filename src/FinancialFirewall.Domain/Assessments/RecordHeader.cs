using System.Buffers.Binary;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// How every record of the journal begins, whatever it says; a (tenant, partition, sequence) names exactly one record. Little-endian.
/// <code>
///  0         4      5      6      7       8                    16                   24                   32
///  +---------+------+------+------+-------+--------------------+--------------------+--------------------+
///  | length  | kind | vers | part.| facts | sequence           | reference's hash   | at, µs             |
///  +---------+------+------+------+-------+--------------------+--------------------+--------------------+
/// </code>
/// length: of the whole record, in bytes; kind: <see cref="RecordKind"/>; vers: of the kind's layout; facts: bits of the kind's own.
/// </summary>
public readonly ref struct RecordHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Length = 32;

    /// <summary>Where the XxHash64 of the transaction reference is, in every kind of record.</summary>
    public const int ReferenceHashOffset = 16;

    internal const int KindOffset = 4;
    internal const int VersionOffset = 5;
    internal const int PartitionOffset = 6;
    internal const int FactsOffset = 7;
    internal const int SequenceOffset = 8;
    internal const int AtOffset = 24;

    private readonly ReadOnlySpan<byte> bytes;

    /// <summary>Reads a header in place.</summary>
    /// <exception cref="ArgumentException">The bytes are shorter than the header, or than the record says.</exception>
    public RecordHeader(ReadOnlySpan<byte> record)
    {
        if (record.Length < Length || BinaryPrimitives.ReadUInt32LittleEndian(record) is var length && (length < Length || length > (uint)record.Length))
        {
            throw new ArgumentException("These bytes are not a whole record of the journal.", nameof(record));
        }

        bytes = record[..(int)length];
    }

    /// <summary>The whole record's bytes.</summary>
    public ReadOnlySpan<byte> Record => bytes;

    /// <summary>What the record says.</summary>
    public RecordKind Kind => (RecordKind)bytes[KindOffset];

    /// <summary>The version of the kind's layout.</summary>
    public byte FormatVersion => bytes[VersionOffset];

    /// <summary>The partition, 0 to 63.</summary>
    public int Partition => bytes[PartitionOffset];

    /// <summary>The record's number in its partition.</summary>
    public long Sequence => BinaryPrimitives.ReadInt64LittleEndian(bytes[SequenceOffset..]);

    /// <summary>XxHash64 of the transaction reference that the record belongs to.</summary>
    public ulong ReferenceHash => BinaryPrimitives.ReadUInt64LittleEndian(bytes[ReferenceHashOffset..]);

    /// <summary>When it was recorded, by the partition's clock.</summary>
    public Instant At => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[AtOffset..]));

    internal byte Facts => bytes[FactsOffset];

    internal static void Write(
        Span<byte> record, int length, RecordKind kind, byte version, byte facts, int partition, long sequence, ulong referenceHash, Instant at)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)length);
        record[KindOffset] = (byte)kind;
        record[VersionOffset] = version;
        record[PartitionOffset] = checked((byte)partition);
        record[FactsOffset] = facts;
        BinaryPrimitives.WriteInt64LittleEndian(record[SequenceOffset..], sequence);
        BinaryPrimitives.WriteUInt64LittleEndian(record[ReferenceHashOffset..], referenceHash);
        BinaryPrimitives.WriteInt64LittleEndian(record[AtOffset..], at.UnixMicroseconds);
    }
}
