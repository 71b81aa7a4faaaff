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

    public static int PolicyVersion(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).PolicyVersion;

    public static long Sequence(this AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).Sequence;

    public static string Reference(this AssessmentAnswer answer)
        => Encoding.UTF8.GetString(new AssessmentRecord(answer.Record.Span).Payment.Text(PaymentMember.TransactionReference));

    public static string Bytes(this AssessmentAnswer answer) => Convert.ToHexString(answer.Record.Span);
}
