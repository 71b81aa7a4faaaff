using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>How a payment enters its debtor account's history, whether it was just decided or is replayed.</summary>
internal static class AccountEntries
{
    /// <summary>Puts a payment into its account's history; refunds, reversals and returns enter none, nor does what is forgotten.</summary>
    public static void Record(
        HistoryTable histories, PackedPayment payment, Instant at, ReadOnlySpan<Contribution> contributions, bool accepted)
    {
        // An account whose person is forgotten has no name any more under which it could be found again.
        if (!CompiledPolicy.CountsInWindows(payment.Kind) || payment.ErasedAt is not null)
        {
            return;
        }

        var entry = histories.GetOrAdd(payment.Text(PaymentMember.FromAccountNumber), payment.AccountHash, at);
        histories.Record(entry, at, contributions, payment.Bytes, accepted);
        if (payment.Has(PaymentMember.DeviceId))
        {
            histories.SeeDevice(entry, DeviceHash.Of(payment));
        }
    }
}
