using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>An open review as it is answered.</summary>
internal sealed record ReviewAnswer(
    string Id,
    string TransactionReference,
    decimal Amount,
    string Currency,
    string Decision,
    string RiskLevel,
    decimal RiskScore,
    string AssessedAt,
    string DueAt,
    bool Overdue,
    string? ClaimedBy,
    string? ClaimedUntil,
    string? VotedBy)
{
    /// <summary>What may be told of a review.</summary>
    public static ReviewAnswer Of(TenantId tenant, ReviewItem item)
    {
        var review = item.Review;
        var payment = new AssessmentRecord(item.Record.Span).Payment;
        var currency = CurrencyTable.Get(payment.CurrencyNumber);
        return new ReviewAnswer(
            AssessmentId.Of(tenant, review.Partition, review.Sequence, review.AssessedAt).ToString(),
            Encoding.UTF8.GetString(payment.Text(PaymentMember.TransactionReference)),
            decimal.Parse(MinorUnits.Format(payment.AmountMinor, currency), CultureInfo.InvariantCulture),
            currency.Code,
            AnswerNames.Of(review.Decision),
            AnswerNames.Of(review.Level),
            review.Score.ToDecimal(),
            review.AssessedAt.ToString(),
            item.DueAt.ToString(),
            item.IsOverdue,
            item.ClaimedBy,
            item.ClaimedBy is null ? null : review.ClaimedUntil.ToString(),
            review.VotedBy.Length == 0 ? null : review.VotedBy);
    }
}
