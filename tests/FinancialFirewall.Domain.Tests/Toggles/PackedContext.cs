using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Tests.Toggles;

/// <summary>Packs a payment that has nothing but what toggles and configurations look at.</summary>
internal static class PackedContext
{
    internal static byte[] Pack(ToggleContext context, PaymentSource source = PaymentSource.BankClient)
    {
        (PaymentMember Member, string? Text)[] members =
        [
            (PaymentMember.PaymentType, context.PaymentType),
            (PaymentMember.LocalInstrumentationCode, context.LocalInstrumentationCode),
            (PaymentMember.ClearingSystemCode, context.ClearingSystemCode),
        ];
        var texts = members.Where(pair => pair.Text is not null).Select(pair => (pair.Member, Utf8: Encoding.UTF8.GetBytes(pair.Text!))).ToList();
        var bytes = new byte[PackedPayment.HeaderLength + texts.Sum(text => text.Utf8.Length + sizeof(ushort))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        bytes[4] = PackedPayment.FormatVersion;
        bytes[5] = (byte)PaymentKind.Payment;
        bytes[6] = (byte)source;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), texts.Aggregate(0UL, (map, text) => map | (1UL << (int)text.Member)));
        var start = PackedPayment.HeaderLength + (texts.Count * sizeof(ushort));
        var end = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            texts[i].Utf8.CopyTo(bytes, start + end);
            end += texts[i].Utf8.Length;
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(PackedPayment.HeaderLength + (i * sizeof(ushort))), (ushort)end);
        }

        return bytes;
    }
}
