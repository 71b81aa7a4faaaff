using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class RefundTests
{
    [Theory]
    [InlineData("REFUND")]
    [InlineData("REVERSAL")]
    [InlineData("RETURN")]
    public void Assess_MoreRefundsThanTheOriginalHad_ReleaseTheOriginalOnce(string kind)
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        firewall.Assess("other", "A", "300");
        firewall.Assess("original", "A", "600");
        foreach (var (reference, account) in ((string, string)[])[("f1", "X"), ("f2", "Y"), ("f1", "X"), ("f3", "A")])
        {
            firewall.Assess(reference, account, "400", "kind", kind, "originalTransactionReference", "original");
        }

        firewall.Restart();
        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", "701").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("fits", "A", "700").Decision());
    }

    [Fact]
    public void Assess_RefundOfARejectedOriginal_ReleasesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        firewall.Assess("kept", "A", "900");
        Assert.Equal(Decision.Reject, firewall.Assess("rejected", "A", "200").Decision());
        firewall.Assess("refund", "X", "200", "kind", "REFUND", "originalTransactionReference", "rejected");
        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", "101").Decision());
    }

    [Fact]
    public void Assess_RefundOfARefund_ReleasesNothingAndRecordsNoRelease()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.DailyLimit);
        firewall.Assess("original", "A", "900");
        firewall.Assess("refund", "A", "400", "kind", "REFUND", "originalTransactionReference", "original");
        var records = RecordCount(firewall);
        firewall.Assess("again", "A", "400", "kind", "REVERSAL", "originalTransactionReference", "refund");
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(30));

        Assert.Equal(records + 1, RecordCount(firewall));
        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", "501").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("fits", "A", "500").Decision());
    }

    [Fact]
    public void Assess_PowerGoesAtAnyOperationOfARefund_ReleasesOnceInTheEnd()
    {
        for (var operation = 1; operation <= 12; operation++)
        {
            var firewall = new SimulatedFirewall(operation, TestPolicies.DailyLimit);
            firewall.Assess("original", "A", "900");
            var refund = SimulatedFirewall.Payment("refund", "X", "400", "kind", "REFUND", "originalTransactionReference", "original");
            firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
            firewall.RunUntilDead(firewall.Scheduler.Start(() => firewall.AssessAsync(refund)));
            firewall.Restart();
            firewall.AssessAll(refund);
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(30));
            Assert.Equal((operation, Decision.Reject), (operation, firewall.Assess("over", "A", "501").Decision()));
            Assert.Equal((operation, Decision.Approve), (operation, firewall.Assess("fits", "A", "500").Decision()));
        }
    }

    [Fact]
    public void Assess_RefundThatIsKeptAfterItsSenderHasGivenUp_ReleasesItsOriginal()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DailyLimit);
        firewall.Assess("original", "A", "900");
        firewall.Disk.HoldFlushes();
        var refund = firewall.Scheduler.Start(() => firewall.AssessAsync(
            SimulatedFirewall.Payment("refund", "X", "400", "kind", "REFUND", "originalTransactionReference", "original")));
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(40));
        Assert.Equal("DECISION_UNKNOWN", firewall.RunToEnd(refund)[0].Refusal![0].Code);

        firewall.Disk.ReleaseFlushes();
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(30));
        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", "501").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("fits", "A", "500").Decision());
    }

    private static long RecordCount(SimulatedFirewall firewall)
        => firewall.Storage.Journal.GetPartitions(SimulatedFirewall.Tenant).Sum(partition => partition.LastSequence);
}
