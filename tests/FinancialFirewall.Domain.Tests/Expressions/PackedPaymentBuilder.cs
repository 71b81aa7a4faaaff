using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>Writes packed payments byte by byte as the layout's diagram says, for tests that need no reader of payments.</summary>
internal sealed class PackedPaymentBuilder
{
    private readonly SortedDictionary<PaymentMember, string> texts = [];
    private readonly byte[] header = new byte[PackedPayment.HeaderLength];
    private ulong presence;

    public PackedPaymentBuilder() => header[4] = PackedPayment.FormatVersion;

    public PackedPaymentBuilder Text(PaymentMember member, string value)
    {
        texts[member] = value;
        presence |= 1UL << (int)member;
        return this;
    }

    public PackedPaymentBuilder Amount(long minor)
    {
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), minor);
        return Has(PaymentMember.Amount);
    }

    public PackedPaymentBuilder Currency() => Has(PaymentMember.Currency);

    public PackedPaymentBuilder Kind(PaymentKind kind)
    {
        header[5] = (byte)kind;
        return Has(PaymentMember.Kind);
    }

    public PackedPaymentBuilder Source(PaymentSource source)
    {
        header[6] = (byte)source;
        return Has(PaymentMember.PaymentSource);
    }

    public PackedPaymentBuilder CardPresent(bool value)
    {
        header[7] = value ? (byte)PackedPaymentFlags.CardPresent : (byte)0;
        return Has(PaymentMember.CardPresent);
    }

    public PackedPaymentBuilder RequestedExecutionDay(int day)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), day);
        return Has(PaymentMember.RequestedExecutionDate);
    }

    public PackedPaymentBuilder InitiatedAt(Instant at)
    {
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(32), at.UnixMicroseconds);
        return Has(PaymentMember.InitiatedAt);
    }

    public PackedPaymentBuilder FromAccountOpenedAt(Instant at)
    {
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), at.UnixMicroseconds);
        return Has(PaymentMember.FromAccountOpenedAt);
    }

    public PackedPaymentBuilder Latitude(int microdegrees)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(48), microdegrees);
        return Has(PaymentMember.Latitude);
    }

    public PackedPaymentBuilder Longitude(int microdegrees)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(52), microdegrees);
        return Has(PaymentMember.Longitude);
    }

    public byte[] Build()
    {
        var values = texts.Values.Select(Encoding.UTF8.GetBytes).ToArray();
        var bytes = new byte[PackedPayment.HeaderLength + (values.Length * 2) + values.Sum(static value => value.Length)];
        header.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), presence);
        var (end, first) = (0, PackedPayment.HeaderLength + (values.Length * 2));
        for (var i = 0; i < values.Length; i++)
        {
            values[i].CopyTo(bytes, first + end);
            end += values[i].Length;
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(PackedPayment.HeaderLength + (i * 2)), (ushort)end);
        }

        return bytes;
    }

    private PackedPaymentBuilder Has(PaymentMember member)
    {
        presence |= 1UL << (int)member;
        return this;
    }
}
