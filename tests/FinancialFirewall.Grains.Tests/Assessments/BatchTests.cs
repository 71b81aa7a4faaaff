using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class BatchTests
{
    [Fact]
    public void Assess_BatchOverAllPartitions_AnswersInOrder()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        var answers = firewall.AssessAll([.. Enumerable.Range(0, 500).Select(i => SimulatedFirewall.Payment($"r{i}", $"A{i}", "1"))]);
        Assert.Equal([.. Enumerable.Range(0, 500).Select(i => $"r{i}")], (string[])[.. answers.Select(answer => answer.Reference())]);
    }

    [Fact]
    public void Assess_OnePartitionsPaymentsNeedMoreRoomThanTheJournalHas_DecidesAllInTheirOrder()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100));
        var metadata = new string('x', 16_000);
        var payments = Enumerable.Range(0, 2_400)
            .Select(i => $$$"""{"transactionReference":"r{{{i}}}","fromAccountNumber":"A","amount":1,"currency":"EUR","metadata":{"text":"{{{metadata}}}"}}""")
            .ToArray();
        var batch = firewall.Pack(payments);
        Assert.True(batch.Bytes.Length > new CommitLogOptions().BufferBytes);

        var answers = firewall.AssessAll(batch);
        Assert.Equal(Enumerable.Range(1, payments.Length).Select(i => (long)i), answers.Select(answer => answer.Sequence()));
    }

    [Fact]
    public void PaymentBatch_MoreThanItHolds_Throws()
    {
        Assert.Equal(PaymentBatch.MaximumCount, new PaymentBatch([], new int[PaymentBatch.MaximumCount]).Count);
        Assert.Throws<ArgumentException>(() => new PaymentBatch([], new int[PaymentBatch.MaximumCount + 1]));
    }
}
