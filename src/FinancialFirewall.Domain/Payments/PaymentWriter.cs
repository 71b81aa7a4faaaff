using System.Buffers;
using System.Numerics;
using System.Text.Json;
using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Writes a packed payment as JSON members, in the order of <see cref="PaymentMember"/>. What it writes can be read again and has no line breaks:
/// those between the tokens of metadata become spaces, so that a payment always fits into a line. Nothing allocates.
/// </summary>
public static class PaymentWriter
{
    /// <summary>The longest value that is not text or metadata, in bytes.</summary>
    internal const int MaximumValueLength = 40;

    private const int MicrodegreeDecimals = 6;

    private static ReadOnlySpan<byte> LineBreaks => "\r\n"u8;

    /// <summary>Writes every member, derived ones included, into the object that is open.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="payment">The payment.</param>
    public static void WriteMembers(Utf8JsonWriter writer, PackedPayment payment) => Write(writer, payment, payment.Presence);

    /// <summary>Writes the members that were sent: no default of <c>initiatedAt</c> and no country that comes from an IBAN.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="payment">The payment.</param>
    public static void WriteSentMembers(Utf8JsonWriter writer, PackedPayment payment) => Write(writer, payment, payment.Presence & ~DerivedIn(payment));

    /// <summary>Which members of a payment were not sent but derived, as a presence map.</summary>
    internal static ulong DerivedIn(PackedPayment payment)
        => Derived(payment, PackedPaymentFlags.InitiatedAtDefaulted, PaymentMember.InitiatedAt)
            | Derived(payment, PackedPaymentFlags.FromCountryDerived, PaymentMember.FromCountry)
            | Derived(payment, PackedPaymentFlags.ToCountryDerived, PaymentMember.ToCountry);

    /// <summary>The value of a member as JSON spells it, unescaped.</summary>
    /// <param name="member">A member that is present.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="destination">At least <see cref="MaximumValueLength"/> bytes; not used for text and metadata.</param>
    /// <param name="isNumber">Whether the value is written bare, as a number, a truth or an object.</param>
    /// <returns>UTF-8 text in the payment itself or in <paramref name="destination"/>.</returns>
    internal static ReadOnlySpan<byte> TextOf(PaymentMember member, PackedPayment payment, Span<byte> destination, out bool isNumber)
    {
        var kind = PaymentMemberTable.Get(member).Kind;
        isNumber = kind is PaymentMemberKind.Amount or PaymentMemberKind.Latitude or PaymentMemberKind.Longitude
            or PaymentMemberKind.Truth or PaymentMemberKind.Metadata;
        switch (kind)
        {
            case PaymentMemberKind.Amount:
                return destination[..MinorUnits.Format(payment.AmountMinor, CurrencyTable.Get(payment.CurrencyNumber).Exponent, destination)];
            case PaymentMemberKind.Currency:
                return destination[..System.Text.Encoding.ASCII.GetBytes(CurrencyTable.Get(payment.CurrencyNumber).Code, destination)];
            case PaymentMemberKind.Kind:
                return PaymentEnumText.ToUtf8(payment.Kind);
            case PaymentMemberKind.Source:
                return PaymentEnumText.ToUtf8(payment.Source);
            case PaymentMemberKind.Latitude:
                return Degrees(payment.LatitudeMicrodegrees, destination);
            case PaymentMemberKind.Longitude:
                return Degrees(payment.LongitudeMicrodegrees, destination);
            case PaymentMemberKind.Truth:
                return (payment.Flags & PackedPaymentFlags.CardPresent) != PackedPaymentFlags.None ? "true"u8 : "false"u8;
            case PaymentMemberKind.Date:
                return destination[..Rfc3339.FormatDate(payment.RequestedExecutionDay, destination)];
            case PaymentMemberKind.Time:
                var time = member == PaymentMember.InitiatedAt ? payment.InitiatedAt : payment.FromAccountOpenedAt;
                return destination[..Rfc3339.Format(time, destination)];
            default:
                return payment.Text(member);
        }
    }

    private static ulong Derived(PackedPayment payment, PackedPaymentFlags flag, PaymentMember member)
        => (payment.Flags & flag) != PackedPaymentFlags.None ? 1UL << (int)member : 0;

    private static void Write(Utf8JsonWriter writer, PackedPayment payment, ulong members)
    {
        Span<byte> room = stackalloc byte[MaximumValueLength];
        for (var rest = members; rest != 0; rest &= rest - 1)
        {
            var info = PaymentMemberTable.Get((PaymentMember)BitOperations.TrailingZeroCount(rest));
            var text = TextOf(info.Member, payment, room, out var isNumber);
            writer.WritePropertyName(info.EncodedName);
            if (info.Kind == PaymentMemberKind.Metadata && text.ContainsAny(LineBreaks))
            {
                WriteOnOneLine(writer, text);
            }
            else if (isNumber)
            {
                writer.WriteRawValue(text, skipInputValidation: true);
            }
            else
            {
                writer.WriteStringValue(text);
            }
        }
    }

    /// <summary>Valid JSON has bare line breaks only as white space.</summary>
    private static void WriteOnOneLine(Utf8JsonWriter writer, ReadOnlySpan<byte> json)
    {
        var line = ArrayPool<byte>.Shared.Rent(json.Length);
        json.Replace(line, (byte)'\r', (byte)' ');
        line.AsSpan(0, json.Length).Replace((byte)'\n', (byte)' ');
        writer.WriteRawValue(line.AsSpan(0, json.Length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(line);
    }

    private static ReadOnlySpan<byte> Degrees(int microdegrees, Span<byte> destination)
    {
        var text = destination[..MinorUnits.Format(microdegrees, MicrodegreeDecimals, destination)];
        return text.TrimEnd((byte)'0').TrimEnd((byte)'.');
    }
}
