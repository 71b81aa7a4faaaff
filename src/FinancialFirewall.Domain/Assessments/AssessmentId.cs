using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// Names one assessment, as a UUID of version 8 (RFC 9562) that says where its record is. Ids sort by the time of the assessment.
/// <code>
///   48 bits          4      12 bits           2    6 bits     28 bits           28 bits
///  +----------------+------+-----------------+----+----------+-----------------+--------------+
///  | assessedAt, ms | 1000 | sequence, upper | 10 | partition| sequence, lower | tenant hash  |
///  +----------------+------+-----------------+----+----------+-----------------+--------------+
/// </code>
/// The tenant's bits are the lowest of XxHash64 of its name. They keep other tenants' ids apart, together with the record that is found, whose
/// tenant and time must be the id's: see <see cref="BelongsTo"/> and <see cref="IsAt"/>.
/// </summary>
/// <param name="High">The first eight bytes, big-endian.</param>
/// <param name="Low">The last eight bytes, big-endian.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AssessmentId(ulong High, ulong Low)
{
    /// <summary>How many characters the text form has.</summary>
    public const int TextLength = 36;

    /// <summary>How many partitions a tenant has.</summary>
    public const int Partitions = 64;

    /// <summary>The highest sequence: 40 bits.</summary>
    public const long MaximumSequence = (1L << 40) - 1;

    private const int TenantBits = 28;
    private const int LowSequenceBits = 28;
    private const ulong TenantMask = (1UL << TenantBits) - 1;
    private const ulong LowSequenceMask = (1UL << LowSequenceBits) - 1;
    private const ulong Version = 8UL << 12;
    private const ulong Variant = 2UL << 62;

    /// <summary>The partition, 0 to 63.</summary>
    public int Partition => (int)(Low >> (LowSequenceBits + TenantBits)) & (Partitions - 1);

    /// <summary>The record's sequence in its partition.</summary>
    public long Sequence => (long)(((High & 0xFFF) << LowSequenceBits) | ((Low >> TenantBits) & LowSequenceMask));

    /// <summary>When it was assessed, rounded down to a millisecond.</summary>
    public Instant AssessedAtMs => new(((long)High >> 16) * 1_000);

    /// <summary>Names the assessment of a record.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The partition is not 0 to 63, or the sequence not 0 to <see cref="MaximumSequence"/>.</exception>
    public static AssessmentId Of(TenantId tenant, int partition, long sequence, Instant assessedAt)
        => Of(HashOf(tenant), partition, sequence, assessedAt);

    /// <summary>Names the assessment of a record, for callers that keep the tenant's hash (<see cref="HashOf"/>) at hand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The partition is not 0 to 63, or the sequence not 0 to <see cref="MaximumSequence"/>.</exception>
    public static AssessmentId Of(uint tenantHash, int partition, long sequence, Instant assessedAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partition);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(partition, Partitions);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaximumSequence);
        var high = ((ulong)MillisecondsOf(assessedAt) << 16) | Version | ((ulong)sequence >> LowSequenceBits);
        var low = Variant | ((ulong)partition << (LowSequenceBits + TenantBits)) | (((ulong)sequence & LowSequenceMask) << TenantBits)
            | (tenantHash & TenantMask);
        return new(high, low);
    }

    /// <summary>The bits that stand for a tenant in its ids.</summary>
    public static uint HashOf(TenantId tenant)
    {
        Span<byte> name = stackalloc byte[TenantId.MaximumLength];
        return (uint)(XxHash64.Hash(name[..Encoding.ASCII.GetBytes(tenant.Name, name)]) & TenantMask);
    }

    /// <summary>Reads the text form: 32 hexadecimal digits of either case in groups of 8, 4, 4, 4 and 12. Allocates nothing.</summary>
    /// <returns>Whether it is a UUID of version 8, as all ids of assessments are.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out AssessmentId id)
        => TryTake(Guid.TryParseExact(text, "D", out var guid), guid, out id);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out AssessmentId)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out AssessmentId id)
    {
        Span<char> text = stackalloc char[TextLength];
        if (utf8.Length != TextLength || Ascii.ToUtf16(utf8, text, out _) != System.Buffers.OperationStatus.Done)
        {
            id = default;
            return false;
        }

        return TryParse(text, out id);
    }

    /// <summary>Whether the id can be one of this tenant's; another tenant's reads as "not found".</summary>
    public bool BelongsTo(TenantId tenant) => (Low & TenantMask) == HashOf(tenant);

    /// <summary>Whether a record of this time can be the one that the id names.</summary>
    public bool IsAt(Instant assessedAt) => (long)High >> 16 == (MillisecondsOf(assessedAt) << 16) >> 16;

    /// <summary>Writes the text form in lower case. Allocates nothing.</summary>
    /// <param name="destination">Takes <see cref="TextLength"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="destination"/> is shorter.</exception>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Format(Span<byte> destination)
    {
        const byte Dash = (byte)'-';
        destination = destination[..TextLength];
        BinaryPrimitives.WriteUInt64BigEndian(destination, HexDigits.Of((uint)(High >> 32)));
        destination[8] = Dash;
        var middle = HexDigits.Of((uint)High);
        BinaryPrimitives.WriteUInt32BigEndian(destination[9..], (uint)(middle >> 32));
        destination[13] = Dash;
        BinaryPrimitives.WriteUInt32BigEndian(destination[14..], (uint)middle);
        destination[18] = Dash;
        middle = HexDigits.Of((uint)(Low >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(destination[19..], (uint)(middle >> 32));
        destination[23] = Dash;
        BinaryPrimitives.WriteUInt32BigEndian(destination[24..], (uint)middle);
        BinaryPrimitives.WriteUInt64BigEndian(destination[28..], HexDigits.Of((uint)Low));
    }

    /// <summary>The same 128 bits as a <see cref="Guid"/>.</summary>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The text form in lower case.</summary>
    public override string ToString() => ToGuid().ToString("D");

    private static long MillisecondsOf(Instant at)
    {
        var (milliseconds, rest) = Math.DivRem(at.UnixMicroseconds, 1_000);
        return rest < 0 ? milliseconds - 1 : milliseconds;
    }

    private static bool TryTake(bool isGuid, Guid guid, out AssessmentId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        id = new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        return isGuid && (id.High & 0xF000) == Version && id.Low >> 62 == Variant >> 62;
    }
}
