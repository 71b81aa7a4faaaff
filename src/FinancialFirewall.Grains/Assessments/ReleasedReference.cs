using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Which payment a refund, reversal or return belongs to.</summary>
internal static class ReleasedReference
{
    /// <summary>The original's reference; null for other kinds of payments and where none is named.</summary>
    public static ReferenceKey? Of(PaymentBatch payments, int start, PackedPayment payment)
    {
        if (CompiledPolicy.CountsInWindows(payment.Kind))
        {
            return null;
        }

        var text = payment.Text(PaymentMember.OriginalTransactionReference);
        return text.IsEmpty
            ? null
            : BatchItem.KeyOf(payments, start, payment, PaymentMember.OriginalTransactionReference, XxHash64.Hash(text));
    }
}
