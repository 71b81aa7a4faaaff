using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>Decides a journal again, in a few lines: amounts above the limit of their version, and sums of a day above 5,000, are rejected.</summary>
internal static class JournalOracle
{
    private const long DailyLimitMinor = 500_000;

    public static void Assert(
        JournalContent journal, IReadOnlyDictionary<int, (int Limit, bool IsEnabled)> policies, IReadOnlyDictionary<string, TestPayment> sent)
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var bytes in journal.All)
        {
            if (new RecordHeader(bytes).Kind == RecordKind.Release)
            {
                var release = new ReleaseRecord(bytes);
                sums[Answers.AccountOf(release.OriginalPayment)] -= release.BaseAmountMinor;
                continue;
            }

            var answer = new Grains.Assessments.AssessmentAnswer(bytes, IsDuplicate: false, Refusal: null);
            var isRefund = sent[answer.Reference()].More.Length > 0;
            var (limit, isEnabled) = policies[answer.PolicyVersion()];
            var sum = sums.GetValueOrDefault(answer.Account()) + (isRefund ? 0 : answer.AmountMinor());
            var isRejected = isEnabled && (answer.AmountMinor() > limit * 100L || sum > DailyLimitMinor);
            Xunit.Assert.Equal((answer.Reference(), isRejected ? Decision.Reject : Decision.Approve), (answer.Reference(), answer.Decision()));
            sums[answer.Account()] = isRejected ? sums.GetValueOrDefault(answer.Account()) : sum;
        }

        AssertReleases(journal, sent);
    }

    /// <summary>Each approved original has lost what its approved refunds give back, at most itself, each refund once; others nothing.</summary>
    private static void AssertReleases(JournalContent journal, IReadOnlyDictionary<string, TestPayment> sent)
    {
        var expected = sent.Values
            .Where(payment => payment.More.Length > 0 && IsApproved(payment.Reference) && IsApproved(payment.More[^1]))
            .GroupBy(refund => refund.More[^1], StringComparer.Ordinal)
            .ToDictionary(refunds => refunds.Key, refunds => (refunds.Count(), Math.Min(sent[refunds.Key].Amount, refunds.Sum(refund => refund.Amount)) * 100L));
        var released = journal.Releases
            .GroupBy(release => Answers.ReferenceOf(new ReleaseRecord(release).OriginalPayment), StringComparer.Ordinal)
            .ToDictionary(releases => releases.Key, releases => (releases.Count(), releases.Sum(release => new ReleaseRecord(release).BaseAmountMinor)));
        Xunit.Assert.Equal(expected.OrderBy(one => one.Key, StringComparer.Ordinal), released.OrderBy(one => one.Key, StringComparer.Ordinal));

        bool IsApproved(string reference) => journal.ByReference[reference].Decision() == Decision.Approve;
    }
}
