using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Hosting;

public sealed class DiskFaultTests
{
    [Fact]
    public void Assess_FullDisk_IsRefusedAndTakesNothingFromLimitsOrKeys()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DeviceLimit);

        // Less than the journal keeps free, and enough to start with.
        firewall.Disk.Capacity = 32 * 1024 * 1024;
        firewall.Restart();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("DISK_FULL", Assert.Single(firewall.Assess("r1", "A", "10", "deviceId", "phone").Refusal!).Code);
        }

        Assert.Null(firewall.Find("r1"));
        firewall.Disk.Capacity = long.MaxValue;
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "10", "deviceId", "phone").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("r2", "B", "10", "deviceId", "phone").Decision());
        Assert.Equal(Decision.Reject, firewall.Assess("r3", "C", "10", "deviceId", "phone").Decision());
    }

    [Fact]
    public void Assess_FailedFlush_IsUnknownAndTheJournalSaysWhy()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        firewall.Disk.FailingFlushes = 1;
        Assert.Equal("DECISION_UNKNOWN", Assert.Single(firewall.Assess("r1", "A", "10").Refusal!).Code);
        Assert.True(firewall.Storage.Journal.Failure.IsCompletedSuccessfully);
        firewall.Restart();
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "1000").Decision());
    }
}
