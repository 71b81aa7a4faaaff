using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Stress.Tests.Running;

namespace FinancialFirewall.Stress.Tests.Invariants;

/// <summary>What must hold of all answers, whatever the threads did.</summary>
internal static class AnswerInvariants
{
    /// <summary>
    /// Each reference has one decision, by a version that was not outdated, which is what the journal holds. Repetitions give it byte for byte; another body
    /// is refused with what differs. Nothing else is in the journal.
    /// </summary>
    public static void AssertOneDecisionEach(StressTenant tenant, TenantJournal journal)
    {
        var references = tenant.Exchanges.GroupBy(exchange => exchange.Payment.Reference, StringComparer.Ordinal).ToList();
        Assert.Equal(references.Select(group => group.Key).Order(StringComparer.Ordinal), journal.Assessments.Keys.Order(StringComparer.Ordinal));
        foreach (var same in references)
        {
            var decided = Assert.Single(same, exchange => exchange.IsDecision);
            Assert.Equal(Convert.ToHexString(journal.Assessments[same.Key]), decided.Bytes);
            Assert.True(new AssessmentRecord(decided.Answer.Record.Span).PolicyVersion >= decided.InForce, $"{same.Key} of {tenant.Id} was decided by an outdated version.");
            Assert.All(same.Where(exchange => !exchange.IsDecision), exchange => AssertRepeated(decided, exchange));
        }
    }

    /// <summary>Every decision is found by reference and by id with the same bytes, and by no other tenant.</summary>
    public static async Task AssertFoundAsync(StressFirewall firewall, StressTenant tenant, StressTenant other)
    {
        foreach (var decided in tenant.Exchanges.Where(exchange => exchange.IsDecision))
        {
            await AssertFoundAsync(firewall, tenant, other, decided);
        }
    }

    /// <summary>A decision is found by reference and by id with the same bytes, and by no other tenant.</summary>
    public static async Task AssertFoundAsync(StressFirewall firewall, StressTenant tenant, StressTenant other, Exchange decided)
    {
        var id = IdOf(tenant.Id, decided.Answer);
        Assert.Equal(decided.Bytes, Bytes(await tenant.FindAsync(firewall, decided.Payment.Reference)));
        Assert.Equal(decided.Bytes, Bytes(await firewall.Router.FindAsync(tenant.Id, id, CancellationToken.None)));
        Assert.Null(await firewall.Router.FindAsync(other.Id, id, CancellationToken.None));
        Assert.NotEqual(decided.Bytes, Bytes(await other.FindAsync(firewall, decided.Payment.Reference)));
    }

    private static void AssertRepeated(Exchange decided, Exchange again)
    {
        if (again.Payment == decided.Payment)
        {
            Assert.True(again.Answer.IsDuplicate, $"{again.Payment} was refused: {again.Answer.Refusal?[0].Message}");
            Assert.Equal(decided.Bytes, again.Bytes);
        }
        else
        {
            var error = Assert.Single(again.Answer.Refusal!);
            Assert.Equal((ErrorKind.Conflict, "REFERENCE_REUSED", "amount"), (error.Kind, error.Code, error.Member));
        }
    }

    private static string Bytes(AssessmentAnswer? answer) => answer is { } found ? Convert.ToHexString(found.Record.Span) : "";

    private static AssessmentId IdOf(TenantId tenant, AssessmentAnswer answer)
    {
        var record = new AssessmentRecord(answer.Record.Span);
        return AssessmentId.Of(tenant, record.Partition, record.Sequence, record.AssessedAt);
    }
}
