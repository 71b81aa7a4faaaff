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
        => Record(histories, HistoryTable.Unseen, DeviceHash.Of(payment), payment, at, contributions, accepted);

    /// <summary>The same for who has looked for account and device before.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="entry">The account's entry there; <see cref="HistoryTable.Unseen"/> also where nobody looked for it.</param>
    /// <param name="device">The device's hash, where the payment names one.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="at">When it was assessed.</param>
    /// <param name="contributions">What it adds to each window.</param>
    /// <param name="accepted">Whether the decision was not REJECT.</param>
    public static void Record(
        HistoryTable histories, int entry, ulong device, PackedPayment payment, Instant at, ReadOnlySpan<Contribution> contributions, bool accepted)
    {
        // An account whose person is forgotten has no name any more under which it could be found again.
        if (!CompiledPolicy.CountsInWindows(payment.Kind) || payment.ErasedAt is not null)
        {
            return;
        }

        entry = entry == HistoryTable.Unseen ? histories.GetOrAdd(payment.Text(PaymentMember.FromAccountNumber), payment.AccountHash, at) : entry;
        histories.Record(entry, at, contributions, payment.Bytes, accepted || PlantedBugs.CountRejected);
        if (payment.Has(PaymentMember.DeviceId))
        {
            histories.SeeDevice(entry, device);
        }
    }
}
