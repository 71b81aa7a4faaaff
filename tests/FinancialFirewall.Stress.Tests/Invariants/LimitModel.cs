using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Stress.Tests.Payments;

namespace FinancialFirewall.Stress.Tests.Invariants;

/// <summary>Decides a tenant's payments anew, in the journal's order, with one number an account: what it has paid in the last day.</summary>
internal sealed class LimitModel(IReadOnlyDictionary<int, StressPolicy> policies)
{
    private const int MinorUnits = 100;

    private readonly Dictionary<string, long> paid = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Original, string Cause), long> released = [];
    private readonly Dictionary<string, List<string>> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> releasedOf = new(StringComparer.Ordinal);

    /// <summary>What each account has paid in the last day, in whole EUR.</summary>
    public IReadOnlyDictionary<string, long> Paid => paid;

    /// <summary>How many releases there were.</summary>
    public int Releases => released.Count;

    /// <summary>Checks that every record of the journal is what this model decides, and no limit was ever passed.</summary>
    public void Check(TenantJournal journal)
    {
        foreach (var record in journal.Records)
        {
            if (new RecordHeader(record).Kind == RecordKind.Release)
            {
                Release(new ReleaseRecord(record));
            }
            else if (new RecordHeader(record).Kind == RecordKind.Assessment)
            {
                Decide(new AssessmentRecord(record));
            }
        }

        Assert.All(paid.Where(account => account.Key.StartsWith("ACC", StringComparison.Ordinal)), account => Assert.InRange(account.Value, 0, StressPolicy.DailyLimit));
        CheckReleases(journal);
    }

    private void Decide(AssessmentRecord record)
    {
        var policy = policies[record.PolicyVersion];
        var payment = record.Payment;
        var account = Encoding.UTF8.GetString(payment.Text(PaymentMember.FromAccountNumber));
        var amount = payment.AmountMinor / MinorUnits;
        var before = paid.GetValueOrDefault(account);
        var own = payment.Kind == PaymentKind.Payment ? amount : 0;
        var isChecked = policy.ChecksCards || !payment.Text(PaymentMember.PaymentType).SequenceEqual("CARD"u8);
        var expected = isChecked && (before + own > StressPolicy.DailyLimit || amount > policy.PaymentLimit) ? Decision.Reject : Decision.Approve;
        Tell(account, $"{record.Sequence} {payment.Kind} {amount} under version {record.PolicyVersion}: {record.Decision}");
        Assert.True(
            expected == record.Decision,
            $"{account} had paid {before}, and {expected} was expected by {policy}: {string.Join("; ", stories[account])}.");
        paid[account] = before + (expected == Decision.Approve ? own : 0);
    }

    private void Release(ReleaseRecord record)
    {
        var original = Encoding.UTF8.GetString(record.OriginalPayment.Text(PaymentMember.TransactionReference));
        var account = Encoding.UTF8.GetString(record.OriginalPayment.Text(PaymentMember.FromAccountNumber));
        var amount = record.BaseAmountMinor / MinorUnits;
        released.Add((original, Encoding.UTF8.GetString(record.Cause)), amount);
        Tell(account, $"{record.Header.Sequence} {amount} of {record.OriginalSequence} given back");
        paid[account] -= amount;
        var together = releasedOf[original] = releasedOf.GetValueOrDefault(original) + amount;
        Assert.True(together <= record.OriginalPayment.AmountMinor / MinorUnits, $"{together} of {original} were given back.");
    }

    private void Tell(string account, string what)
    {
        if (!stories.TryGetValue(account, out var story))
        {
            stories[account] = story = [];
        }

        story.Add(what);
    }

    /// <summary>
    /// Each refund that was approved, of a payment that was approved, was released once, and nothing else was: a refund was never in a sum, so that what
    /// undoes it takes nothing out.
    /// </summary>
    private void CheckReleases(TenantJournal journal)
    {
        var expected = journal.Assessments
            .Where(static assessment => new AssessmentRecord(assessment.Value) is { Decision: Decision.Approve, Payment.Kind: PaymentKind.Refund })
            .Select(static refund => (Original: Encoding.UTF8.GetString(new AssessmentRecord(refund.Value).Payment.Text(PaymentMember.OriginalTransactionReference)), Cause: refund.Key))
            .Where(refund => journal.Assessments.TryGetValue(refund.Original, out var original)
                && new AssessmentRecord(original) is { Decision: Decision.Approve, Payment.Kind: PaymentKind.Payment });
        Assert.Equal(expected.Order(), released.Keys.Order());
    }
}
