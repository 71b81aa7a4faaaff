using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Tests.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Privacy;

public sealed class PersonalRecordTests
{
    private const string Policy = """
        {"baseCurrency": "EUR", "rates": {"asOf": "2026-03-01"}, "configurations": [{"configurationName": "c", "paymentSource": "BOTH",
         "riskAssessmentType": "REAL_TIME", "riskRules": {"customRules": [
            {"name": "mean", "expression": "average(amount, 24h) > 60", "weight": 0.1},
            {"name": "last", "expression": "last(creditorName, 1d) == 'nobody'", "weight": 0.1},
            {"name": "sum", "expression": "sum(amount, 7d) > 100", "weight": 0.1}]}}]}
        """;

    private const string Person = """
        "transactionReference": "REF-1", "amount": 12.5, "fromAccountNumber": "SECRET-A", "toAccountNumber": "SECRET-B", "customerId": "SECRET-C", "paymentType": "SEPA",
        "debtorName": "SECRET-D", "creditorName": "SECRET-E", "endToEndId": "SECRET-F", "remittanceInformation": "SECRET-G", "ipAddress": "10.1.2.3",
        "deviceId": "SECRET-H", "sessionId": "SECRET-I", "userAgent": "SECRET-J", "latitude": 50.1, "longitude": 8.6, "merchantId": "M-1", "cardToken": "SECRET-K",
        "description": "SECRET-L", "metadata": {"note": "SECRET-M"}, "fromAccountOpenedAt": "2020-01-01T00:00:00Z", "channel": "APP"
        """;

    private static readonly Instant Erased = PolicyBench.Start.Plus(TimeSpan.FromDays(3));

    [Fact]
    public void FindParts_PaymentWithEverything_CoverAllThatIsPersonalAndNothingElse()
    {
        var bytes = SecondOf(Person);
        Assert.True(PersonalRecord.TryRead(bytes, out var record));
        var parts = new Range[record.MaximumParts];
        foreach (var part in parts[..record.FindParts(parts)])
        {
            bytes.AsSpan(part).Clear();
        }

        var text = Encoding.ASCII.GetString(bytes);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.1.2.3", text, StringComparison.Ordinal);
        foreach (var kept in new[] { "REF-1", "SEPA", "M-1", "APP" })
        {
            Assert.Contains(kept, text, StringComparison.Ordinal);
        }

        var payment = new AssessmentRecord(bytes).Payment;
        Assert.Equal((0, 0, new Instant(0)), (payment.LatitudeMicrodegrees, payment.LongitudeMicrodegrees, payment.FromAccountOpenedAt));
        Assert.Equal((1_250L, 978), (payment.AmountMinor, payment.CurrencyNumber));
    }

    [Fact]
    public void Forget_PaymentWithEverything_LeavesWhatIsNotPersonal()
    {
        var bytes = SecondOf(Person);
        var before = new AssessmentRecord(bytes);
        Assert.True(PersonalRecord.TryRead(bytes, out var record));

        var forgotten = record.Forget(Erased);

        var after = new AssessmentRecord(forgotten);
        Assert.Equal((before.Sequence, before.ReferenceHash, before.AssessedAt, before.PolicyVersion), (after.Sequence, after.ReferenceHash, after.AssessedAt, after.PolicyVersion));
        Assert.Equal(before.Outcome, after.Outcome);
        Assert.Equal(before.Payment.Presence & ~PersonalMembers.Mask, after.Payment.Presence);
        Assert.Equal(Erased, after.Payment.ErasedAt);
        Assert.Equal((before.Payment.AccountHash, before.Payment.AmountMinor), (after.Payment.AccountHash, after.Payment.AmountMinor));
        Assert.Equal((0, 0), (after.Payment.LatitudeMicrodegrees, after.Payment.LongitudeMicrodegrees));
        Assert.Equal("REF-1"u8, after.Payment.Text(PaymentMember.TransactionReference));
        Assert.Equal("APP"u8, after.Payment.Text(PaymentMember.Channel));
        Assert.Equal(forgotten.Length, BinaryPrimitives.ReadInt32LittleEndian(forgotten));
        Assert.DoesNotContain("SECRET", Encoding.ASCII.GetString(forgotten), StringComparison.Ordinal);
        Assert.False(PersonalRecord.TryRead(forgotten, out _));
    }

    [Fact]
    public void Forget_Aggregates_KeepsNumbersAndDropsTexts()
    {
        var bytes = SecondOf(Person);
        Assert.True(PersonalRecord.TryRead(bytes, out var record));
        var (before, after) = (new Domain.Expressions.EvaluationFrame(), new Domain.Expressions.EvaluationFrame());
        Replay.Load(bytes, 0, before);
        Replay.Load(record.Forget(Erased), 0, after);
        var texts = 0;
        for (var i = 0; i < new AssessmentRecord(bytes).Slots; i++)
        {
            var isText = before.Aggregates[i].Kind == Domain.Histories.AggregateKind.Text;
            texts += isText ? 1 : 0;
            Assert.Equal(isText ? Domain.Histories.AggregateValue.Absent : before.Aggregates[i], after.Aggregates[i]);
        }

        Assert.Equal(1, texts);
    }

    [Fact]
    public void Forget_Release_LeavesAmountsAndCause()
    {
        var original = SecondOf(Person);
        var buffer = new byte[4096];
        var length = ReleaseRecord.Write(
            buffer, new RecordStamp(5, 9, 0), Erased, new AssessmentRecord(original), 400, 400, ReleaseReason.Refund, "REFUND-1"u8);
        Assert.True(PersonalRecord.TryRead(buffer.AsSpan(0, length), out var record));

        var release = new ReleaseRecord(record.Forget(Erased));

        Assert.Equal((400L, 9L, ReleaseReason.Refund), (release.BaseAmountMinor, release.Header.Sequence, release.Reason));
        Assert.Equal("REFUND-1"u8, release.Cause);
        Assert.Equal(Erased, release.OriginalPayment.ErasedAt);
        Assert.False(release.OriginalPayment.Has(PaymentMember.FromAccountNumber));
    }

    [Fact]
    public void TryRead_OtherBytes_IsFalse()
    {
        var bytes = SecondOf(Person);
        Assert.False(PersonalRecord.TryRead([], out _));
        Assert.False(PersonalRecord.TryRead(bytes.AsSpan(0, bytes.Length - 1), out _));
        bytes[4] = 77;
        Assert.False(PersonalRecord.TryRead(bytes, out _));
    }

    // The second payment of an account has a last value and sums of more than itself.
    private static byte[] SecondOf(string members)
    {
        var bench = PolicyBench.Of(Policy);
        bench.Assess(members.Replace("REF-1", "REF-0", StringComparison.Ordinal));
        return bench.Assess(members, 60).Record;
    }
}
