using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;

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
    public void PaymentBatch_MoreThanItHolds_Throws()
    {
        Assert.Equal(PaymentBatch.MaximumCount, new PaymentBatch([], new int[PaymentBatch.MaximumCount]).Count);
        Assert.Throws<ArgumentException>(() => new PaymentBatch([], new int[PaymentBatch.MaximumCount + 1]));
    }
}
