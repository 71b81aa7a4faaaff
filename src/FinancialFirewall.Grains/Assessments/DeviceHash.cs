using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>How an account's history remembers a device.</summary>
internal static class DeviceHash
{
    /// <summary>XxHash64 of the payment's <c>deviceId</c>; meaningless where it names none.</summary>
    public static ulong Of(PackedPayment payment) => payment.Has(PaymentMember.DeviceId) ? XxHash64.Hash(payment.Text(PaymentMember.DeviceId)) : 0;
}
