using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Keys;

public sealed class KeyedWindowTests
{
    [Fact]
    public void Observe_OneDeviceOverSeveralAccounts_CountsAcrossPartitionsAndAfterARestart()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DeviceLimit);
        Assert.Equal(Decision.Approve, Pay(firewall, "r1", "A"));
        Assert.Equal(Decision.Approve, Pay(firewall, "r2", "B"));
        Assert.Equal(Decision.Approve, Pay(firewall, "r2", "B"));
        firewall.Restart();
        Assert.Equal(Decision.Reject, Pay(firewall, "r3", "C"));
        Assert.Equal(Decision.Approve, firewall.Assess("r4", "A", "10", "deviceId", "other").Decision());
    }

    [Fact]
    public void Publish_NewKeyedWindowWhilePaymentsAreDecided_CountsEveryOneOfThemOnce()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(1000));
            var publish = firewall.Scheduler.Start(
                () => firewall.Policies.PublishAsync(SimulatedFirewall.Tenant, System.Text.Encoding.UTF8.GetBytes(TestPolicies.DeviceLimit), default));
            var last = firewall.Scheduler.Steps + (seed * 60);
            firewall.Scheduler.RunUntil(() => publish.IsCompleted || firewall.Scheduler.Steps >= last, TimeSpan.FromMinutes(1));
            Pay(firewall, "r1", "A");
            Pay(firewall, "r2", "B");
            Assert.True(firewall.RunToEnd(publish).IsSuccess, $"seed {seed}");
            Assert.Equal((seed, Decision.Reject), (seed, Pay(firewall, "r3", "C")));
        }
    }

    [Fact]
    public void Publish_NewKeyedWindow_CountsWhatWasDecidedBefore()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(1000));
        Pay(firewall, "r1", "A");
        Assert.True(firewall.Publish(TestPolicies.DeviceLimit).IsSuccess);
        Assert.Equal(Decision.Approve, Pay(firewall, "r2", "B"));
        Assert.Equal(Decision.Reject, Pay(firewall, "r3", "C"));
    }

    private static Decision Pay(SimulatedFirewall firewall, string reference, string account)
        => firewall.Assess(reference, account, "10", "deviceId", "phone").Decision();
}
