using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// A payment in its one binary form: the same bytes from the gateway to the grain, the journal and a backtest. Little-endian.
/// <code>
///  0         4      5      6        7      8                    16
///  +---------+------+------+--------+------+--------------------+
///  | length  | vers | kind | source | flags| presence map       |  length: of the whole, in bytes; presence: bit n = PaymentMember n
///  +---------+------+------+--------+------+--------------------+
/// 16                       24       26     28        32
///  +-----------------------+--------+------+---------+
///  | amount, minor units   | curr.  | zero | execDay |                 curr.: ISO 4217 number; execDay: days since 1970-01-01
///  +-----------------------+--------+------+---------+
/// 32                       40                       48        52        56
///  +-----------------------+------------------------+---------+---------+
///  | initiatedAt, µs       | fromAccountOpenedAt, µs| lat.    | long.   |  degrees in 1/1,000,000; with the flag Erased: erasedAt, µs
///  +-----------------------+------------------------+---------+---------+
/// 56                       64                       72
///  +-----------------------+------------------------+
///  | hash of the reference | hash of the account    |                  XxHash64, seed 0, of the member's UTF-8 bytes
///  +-----------------------+------------------------+
/// 72
///  +------+------+-- … --+---------------------------- … --+
///  | end0 | end1 |       | UTF-8 of the text members       |         one uint16 a text member that is present, in member order:
///  +------+------+-- … --+---------------------------- … --+         where its text ends, counted from the end of the table
/// </code>
/// </summary>
public readonly ref struct PackedPayment
{
    /// <summary>The version of the layout above.</summary>
    public const byte FormatVersion = 1;

    /// <summary>Bytes before the table of text ends.</summary>
    public const int HeaderLength = 72;

    /// <summary>The longest packed payment, in bytes: what a 16-bit text end can address.</summary>
    public const int MaximumLength = HeaderLength + (64 * sizeof(ushort)) + ushort.MaxValue;

    /// <summary>The members whose values are not text in the packed form, as a presence map.</summary>
    public const ulong FixedMembers =
        (1UL << (int)PaymentMember.Amount) | (1UL << (int)PaymentMember.Currency) | (1UL << (int)PaymentMember.Kind)
        | (1UL << (int)PaymentMember.PaymentSource) | (1UL << (int)PaymentMember.RequestedExecutionDate)
        | (1UL << (int)PaymentMember.Latitude) | (1UL << (int)PaymentMember.Longitude) | (1UL << (int)PaymentMember.CardPresent)
        | (1UL << (int)PaymentMember.FromAccountOpenedAt) | (1UL << (int)PaymentMember.InitiatedAt);

    private readonly ReadOnlySpan<byte> bytes;

    /// <summary>Reads a packed payment in place.</summary>
    /// <param name="bytes">Starts with the payment; what follows its length is ignored.</param>
    /// <exception cref="ArgumentException">The bytes are shorter than their length says, or of another format version.</exception>
    public PackedPayment(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[4] != FormatVersion
            || BinaryPrimitives.ReadInt32LittleEndian(bytes) is var length && (length < HeaderLength || length > bytes.Length))
        {
            throw new ArgumentException("These bytes are not a packed payment of a known format version.", nameof(bytes));
        }

        this.bytes = bytes[..BinaryPrimitives.ReadInt32LittleEndian(bytes)];
    }

    private PackedPayment(ReadOnlySpan<byte> checkedBytes, bool isChecked)
    {
        System.Diagnostics.Debug.Assert(isChecked, "Only bytes that were checked before are taken without a check.");
        bytes = checkedBytes;
    }

    /// <summary>The whole payment's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>What kind of payment it is.</summary>
    public PaymentKind Kind => (PaymentKind)bytes[5];

    /// <summary>Who sent it.</summary>
    public PaymentSource Source => (PaymentSource)bytes[6];

    /// <summary>What else is known about the members.</summary>
    public PackedPaymentFlags Flags => (PackedPaymentFlags)bytes[7];

    /// <summary>Which members are present: bit n stands for <see cref="PaymentMember"/> n.</summary>
    public ulong Presence => BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);

    /// <summary>The amount in minor units of <see cref="CurrencyNumber"/>.</summary>
    public long AmountMinor => BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);

    /// <summary>The ISO 4217 number of the currency.</summary>
    public ushort CurrencyNumber => BinaryPrimitives.ReadUInt16LittleEndian(bytes[24..]);

    /// <summary>The requested execution date in days since 1970-01-01; meaningless when absent.</summary>
    public int RequestedExecutionDay => BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]);

    /// <summary>When it was initiated, as sent or the time of arrival.</summary>
    public Instant InitiatedAt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]));
    }

    /// <summary>When its members about a person were destroyed; null where they were not.</summary>
    public Instant? ErasedAt => (Flags & PackedPaymentFlags.Erased) != PackedPaymentFlags.None ? FromAccountOpenedAt : null;

    /// <summary>When the debtor account was opened; meaningless when absent.</summary>
    public Instant FromAccountOpenedAt => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]));

    /// <summary>Degrees north in 1/1,000,000; meaningless when absent.</summary>
    public int LatitudeMicrodegrees => BinaryPrimitives.ReadInt32LittleEndian(bytes[48..]);

    /// <summary>Degrees east in 1/1,000,000; meaningless when absent.</summary>
    public int LongitudeMicrodegrees => BinaryPrimitives.ReadInt32LittleEndian(bytes[52..]);

    /// <summary>XxHash64 of the transaction reference.</summary>
    public ulong ReferenceHash => BinaryPrimitives.ReadUInt64LittleEndian(bytes[56..]);

    /// <summary>XxHash64 of the debtor account; its lowest six bits are the partition.</summary>
    public ulong AccountHash => BinaryPrimitives.ReadUInt64LittleEndian(bytes[64..]);

    /// <summary>Takes exactly the bytes that a payment had when it was checked; for those who read the same one many times.</summary>
    internal static PackedPayment OfChecked(ReadOnlySpan<byte> bytes) => new(bytes, isChecked: true);

    /// <summary>Whether <paramref name="member"/> was sent or derived.</summary>
    public bool Has(PaymentMember member) => (Presence & (1UL << (int)member)) != 0;

    /// <summary>The UTF-8 bytes of a text member in its normal form; empty when it is absent or not a text.</summary>
    public ReadOnlySpan<byte> Text(PaymentMember member)
    {
        var texts = Presence & ~FixedMembers;
        var bit = 1UL << (int)member;
        if ((texts & bit) == 0)
        {
            return default;
        }

        var index = BitOperations.PopCount(texts & (bit - 1));
        var start = HeaderLength + (BitOperations.PopCount(texts) * sizeof(ushort));
        var from = index == 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes[(HeaderLength + ((index - 1) * sizeof(ushort)))..]);
        var to = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(HeaderLength + (index * sizeof(ushort)))..]);
        return bytes[(start + from)..(start + to)];
    }

    /// <summary>Works out where every text member that is present stands in the payment.</summary>
    /// <param name="places">Takes the place of member n at n; those of members that are absent or not texts are left alone.</param>
    internal void FindTexts(Span<TextPlace> places)
    {
        var texts = Presence & ~FixedMembers;
        var ends = bytes[HeaderLength..];
        var first = HeaderLength + (BitOperations.PopCount(texts) * sizeof(ushort));
        var start = 0;
        for (var rest = texts; rest != 0; rest &= rest - 1)
        {
            var end = BinaryPrimitives.ReadUInt16LittleEndian(ends);
            places[BitOperations.TrailingZeroCount(rest)] = new TextPlace(first + start, end - start);
            start = end;
            ends = ends[sizeof(ushort)..];
        }
    }
}
