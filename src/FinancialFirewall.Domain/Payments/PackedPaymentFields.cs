using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Payments;

/// <summary>What stands before the texts of a packed payment, before it is packed.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PackedPaymentFields
{
    public ulong Presence;
    public PaymentKind Kind;
    public PaymentSource Source;
    public PackedPaymentFlags Flags;
    public long AmountMinor;
    public ushort CurrencyNumber;
    public int RequestedExecutionDay;
    public Instant InitiatedAt;
    public Instant FromAccountOpenedAt;
    public int LatitudeMicrodegrees;
    public int LongitudeMicrodegrees;
}
