using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Adds when a payment was initiated. A message may leave the offset away; its clock is then that of the place that is given.</summary>
/// <param name="zone">The place's clock.</param>
internal sealed class PaymentClock(ZoneRules zone)
{
    private readonly byte[] room = new byte[2 * Rfc3339.MaximumLength];

    /// <summary>Adds the time to a payment, where there is one.</summary>
    public void Add(JsonBody body, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (text.Length >= Rfc3339.MaximumLength || Ascii.FromUtf16(text, room, out var length) != OperationStatus.Done)
        {
            body.AddText(PaymentMember.InitiatedAt, text);
            return;
        }

        room[length] = (byte)'Z';
        if (Rfc3339.TryParse(room.AsSpan(0, length + 1), out var shown) && LocalClock.TryToUtc(shown, zone, out var time))
        {
            length = Rfc3339.Format(time, room);
        }

        body.AddText(PaymentMember.InitiatedAt, room.AsSpan(0, length));
    }
}
