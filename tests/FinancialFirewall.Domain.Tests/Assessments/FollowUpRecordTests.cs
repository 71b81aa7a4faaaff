using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Assessments;

public sealed class FollowUpRecordTests
{
    private const string Policy = """{"baseCurrency": "EUR", "rates": {"asOf": "2026-03-01"}, "configurations": []}""";
    private const string Members = "\"transactionReference\": \"REF-1\", \"amount\": 12, \"fromAccountNumber\": \"SECRET-A\", \"debtorName\": \"SECRET-D\", \"channel\": \"APP\"";

    private static readonly Instant At = PolicyBench.Start.Plus(TimeSpan.FromHours(1));

    private static readonly FollowUp Everything = new(FollowUpKind.Retried, "KEY/0123")
    {
        At = At,
        Sequence = 9,
        Decision = Decision.Escalate,
        Outcome = ReportedOutcome.Disputed,
        Moment = At.Plus(TimeSpan.FromMinutes(5)),
        Level = RiskLevel.High,
        Score = new Score(6_543),
        PolicyVersion = 7,
        Assignee = "USER/zoë",
        Key = "k-1",
        Text = "SECRET-T said so",
    };

    [Fact]
    public void Record_WrittenAndRead_SaysTheSame()
    {
        var bytes = Assessed();
        var assessment = new AssessmentRecord(bytes);

        var record = new FollowUpRecord([.. FollowUpRecord.Write(assessment, Everything), 9, 9]);

        Assert.Equal(Everything, record.Read());
        Assert.Equal((RecordKind.FollowUp, assessment.Partition, 9L, assessment.ReferenceHash, At), (
            record.Header.Kind, record.Header.Partition, record.Header.Sequence, record.Header.ReferenceHash, record.Header.At));
        Assert.Equal((assessment.Sequence, assessment.AssessedAt), (record.AssessmentSequence, record.AssessedAt));
        Assert.Equal(assessment.Payment.Bytes, record.Payment.Bytes);
        Assert.Equal(record.Header.Record.Length, FollowUpRecord.LengthOf(assessment.Payment, Everything));
    }

    /// <summary>What is on somebody's disk stands at these places for ever.</summary>
    [Fact]
    public void Record_Everything_StandsWhereTheDiagramSays()
    {
        var assessment = new AssessmentRecord(Assessed());
        var bytes = FollowUpRecord.Write(assessment, Everything);

        Assert.Equal(
            (assessment.Sequence, assessment.AssessedAt.UnixMicroseconds, Everything.Moment.UnixMicroseconds),
            (BitConverter.ToInt64(bytes, 32), BitConverter.ToInt64(bytes, 40), BitConverter.ToInt64(bytes, 48)));
        Assert.Equal([(byte)FollowUpKind.Retried, (byte)Decision.Escalate, (byte)ReportedOutcome.Disputed, (byte)RiskLevel.High], bytes[56..60]);
        Assert.Equal((6_543, 0, 7), (BitConverter.ToUInt16(bytes, 60), BitConverter.ToUInt16(bytes, 62), BitConverter.ToInt32(bytes, 64)));
        Assert.Equal([8, 9, 3, 16], Enumerable.Range(0, 4).Select(i => (int)BitConverter.ToUInt16(bytes, 68 + (2 * i))));
        Assert.Equal("KEY/0123USER/zoëk-1SECRET-T said so", Encoding.UTF8.GetString(bytes, 76, 36));
        Assert.Equal(assessment.Payment.Bytes, bytes.AsSpan(112));
    }

    [Fact]
    public void Record_OfLeast_HasNothingElse()
    {
        var followUp = new FollowUp(FollowUpKind.Noted, "SYSTEM") { At = At, Sequence = 1 };

        Assert.Equal(followUp, new FollowUpRecord(FollowUpRecord.Write(new AssessmentRecord(Assessed()), followUp)).Read());
    }

    [Fact]
    public void Record_OfAnotherKindOrVersion_IsRefused()
    {
        var bytes = FollowUpRecord.Write(new AssessmentRecord(Assessed()), Everything);
        Assert.Throws<ArgumentException>(() => new FollowUpRecord(Assessed()).Kind);
        bytes[5]++;
        Assert.Throws<ArgumentException>(() => new FollowUpRecord(bytes).Kind);
    }

    [Fact]
    public void Personal_FollowUp_SealsTheTextAndThePaymentsPerson()
    {
        var bytes = FollowUpRecord.Write(new AssessmentRecord(Assessed()), Everything);
        Assert.True(PersonalRecord.TryRead(bytes, out var record));
        var parts = new Range[record.MaximumParts];
        foreach (var part in parts[..record.FindParts(parts)])
        {
            bytes.AsSpan(part).Clear();
        }

        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.All(["KEY/0123", "USER/zoë", "k-1", "REF-1", "APP"], kept => Assert.Contains(kept, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Forget_FollowUp_LeavesAllButTheTextAndThePerson()
    {
        Assert.True(PersonalRecord.TryRead(FollowUpRecord.Write(new AssessmentRecord(Assessed()), Everything), out var record));

        var forgotten = new FollowUpRecord(record.Forget(At));

        Assert.Equal(Everything with { Text = "" }, forgotten.Read());
        Assert.Equal(At, forgotten.Payment.ErasedAt);
        Assert.False(forgotten.Payment.Has(PaymentMember.DebtorName));
        Assert.Equal("APP"u8, forgotten.Payment.Text(PaymentMember.Channel));
    }

    private static byte[] Assessed() => PolicyBench.Of(Policy).Assess(Members).Record;
}
