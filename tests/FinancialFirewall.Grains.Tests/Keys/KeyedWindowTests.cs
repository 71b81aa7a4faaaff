using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Journals;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public void Restart_LongHistory_ReadsNoFartherBackThanTheWindowReachesAndCountsTheSame()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.DeviceLimit);
        var account = 0;
        for (; account < 12; account++)
        {
            Pay(firewall, $"old-{account}", $"A{account}");
            firewall.Scheduler.RunFor(TimeSpan.FromMinutes(50));
        }

        Pay(firewall, "new-1", "B");
        firewall.Restart();

        var journal = firewall.Silo.Services.GetRequiredService<IJournal>();
        var start = new TimelineStart(journal, SimulatedFirewall.Tenant, firewall.Scheduler.Time);
        var skipped = firewall.Scheduler.Run(() => start.FindAsync(TimeSpan.FromHours(1)));
        var all = journal.GetPartitions(SimulatedFirewall.Tenant).Sum(static end => end.LastSequence);
        Assert.Equal((13, 10), (all, skipped.Sum()));

        // The one of fifty minutes ago, the one of just now, and these.
        Assert.Equal(Decision.Reject, Pay(firewall, "new-2", "C"));
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal(Decision.Reject, Pay(firewall, "new-3", "D"));
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(61));
        Assert.Equal(Decision.Approve, Pay(firewall, "new-4", "E"));
    }

    [Fact]
    public void Restart_DataThatBringsItsOwnClock_CountsByThatClock()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DeviceLimit);
        Assert.Equal([Decision.Approve, Decision.Approve], PayInThePast(firewall, ("r1", "A", "10:00"), ("r2", "B", "10:10")));
        firewall.Restart();

        Assert.Equal([Decision.Reject], PayInThePast(firewall, ("r3", "C", "10:20")));
    }

    [Fact]
    public void Observe_OneBatchOfSeveralPartitions_CountsInTheOrderOfTheBatch()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.DeviceLimit);

        var decisions = PayInThePast(firewall, ("r1", "A", "10:00"), ("r2", "B", "10:01"), ("r3", "A", "10:02"), ("r4", "other", "12:00"));

        Assert.NotEqual(firewall.Find("r1")!.Value.Partition(), firewall.Find("r2")!.Value.Partition());
        Assert.Equal([Decision.Approve, Decision.Approve, Decision.Reject, Decision.Approve], decisions);
    }

    private static IEnumerable<Decision> PayInThePast(SimulatedFirewall firewall, params (string Reference, string Account, string Time)[] payments)
    {
        var bodies = payments.Select(static one => SimulatedFirewall.Payment(
            one.Reference, one.Account, "10", "deviceId", "phone", "initiatedAt", $"2025-05-01T{one.Time}:00Z")).ToArray();
        return firewall.Scheduler.Run(() => firewall.AssessPastAsync(bodies)).Select(static answer => answer.Decision());
    }

    private static Decision Pay(SimulatedFirewall firewall, string reference, string account)
        => firewall.Assess(reference, account, "10", "deviceId", "phone").Decision();
}
