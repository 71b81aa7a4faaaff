using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>What tests ask of answers.</summary>
internal static class Answers
{
    public static Decision Decision(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).Decision;

    /// <summary>Whether an answer says what became of its payment: one that is given while the power goes may not.</summary>
    public static bool IsKnown(this AssessmentAnswer answer) => answer.Refusal is not [{ Code: "DECISION_UNKNOWN" or "REFERENCE_BUSY" }, ..];

    public static int PolicyVersion(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).PolicyVersion;

    public static long Sequence(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).Sequence;

    public static string Reference(this AssessmentAnswer answer)
        => Encoding.UTF8.GetString(new AssessmentRecord(answer.Record.Span).Payment.Text(PaymentMember.TransactionReference));

    public static string Account(this AssessmentAnswer answer)
        => Encoding.UTF8.GetString(new AssessmentRecord(answer.Record.Span).Payment.Text(PaymentMember.FromAccountNumber));

    public static string AccountOf(PackedPayment payment) => Encoding.UTF8.GetString(payment.Text(PaymentMember.FromAccountNumber));

    public static string ReferenceOf(PackedPayment payment) => Encoding.UTF8.GetString(payment.Text(PaymentMember.TransactionReference));

    /// <summary>What was sent, as far as the record has it; further members are left out.</summary>
    public static TestPayment ToPayment(this AssessmentAnswer answer) => new(answer.Reference(), answer.Account(), (int)(answer.AmountMinor() / 100));

    public static long AmountMinor(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).Payment.AmountMinor;

    public static int Partition(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).Partition;

    public static AssessmentId Id(this AssessmentAnswer answer)
    {
        var record = new AssessmentRecord(answer.Record.Span);
        return AssessmentId.Of(SimulatedFirewall.Tenant, record.Partition, record.Sequence, record.AssessedAt);
    }

    public static string Bytes(this AssessmentAnswer answer) => Convert.ToHexString(answer.Record.Span);
}
