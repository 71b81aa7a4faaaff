using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Journals;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

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
    public void Publish_WindowThatThePolicyBetweenDidNotHave_CountsWhatThatOneDecided()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.DeviceLimit);
        Pay(firewall, "r1", "A");
        Assert.True(firewall.Publish(TestPolicies.AmountLimit(1000)).IsSuccess);
        Pay(firewall, "r2", "B");
        Assert.True(firewall.Publish(TestPolicies.DeviceLimit).IsSuccess);

        Assert.Equal(Decision.Reject, Pay(firewall, "r3", "C"));
    }

    [Fact]
    public void Publish_NewKeyedWindowWhileReadsFail_CountsEachPaymentOnce()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(1000));
            Pay(firewall, "r1", "A");
            var publish = firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.DeviceCount(4)));
            firewall.RunSteps(seed * 120, publish);
            Pay(firewall, "r2", "B");
            firewall.Disk.FailsReads = true;
            firewall.RunSteps(seed * 10, publish);
            firewall.Disk.FailsReads = false;
            firewall.RunToEnd(publish);
            firewall.Scheduler.RunFor(TimeSpan.FromMinutes(1));

            Assert.Equal((seed, Decision.Approve, Decision.Approve, Decision.Reject), (seed, Pay(firewall, "r3", "C"), Pay(firewall, "r4", "D"), Pay(firewall, "r5", "E")));
        }
    }

    [Fact]
    public void Assess_PaymentOfADevice_LetsTheDevicesShardEndWhenItIsIdle()
    {
        var firewall = new SimulatedFirewall(6, new FirewallSetup { Policy = TestPolicies.DeviceLimit, Configure = EndIdleGrainsSoon });
        var before = ClaimAndSettle(firewall);
        Pay(firewall, "r1", "A");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(10));

        // Numbers begin anew with each activation.
        Assert.Equal((1L, 1L), (before, ClaimAndSettle(firewall)));
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

    private static void EndIdleGrainsSoon(ISiloBuilder silo) => silo.Configure<GrainCollectionOptions>(static collection =>
        (collection.CollectionAge, collection.CollectionQuantum) = (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1)));

    /// <summary>Claims a reference at the shard of the device, gives it back, and tells the number of the claim.</summary>
    private static long ClaimAndSettle(SimulatedFirewall firewall) => firewall.Scheduler.Run(async () =>
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        var hash = XxHash64.Hash("phone"u8);
        var shard = firewall.GetGrain<IKeyGrain>(TenantGrainKeys.Numbered(SimulatedFirewall.Tenant, TenantGrainKeys.PartitionOf(hash)));
        var reference = new ReferenceKey(hash, "phone"u8.ToArray());
        var claims = await shard.Claim(new KeyClaimRequest([reference], [0], TakesOver: false));
        await shard.Settle(new KeySettlement(claims.Number, [reference]));
        return claims.Number;
    });

    private static IEnumerable<Decision> PayInThePast(SimulatedFirewall firewall, params (string Reference, string Account, string Time)[] payments)
    {
        var bodies = payments.Select(static one => SimulatedFirewall.Payment(
            one.Reference, one.Account, "10", "deviceId", "phone", "initiatedAt", $"2025-05-01T{one.Time}:00Z")).ToArray();
        return firewall.Scheduler.Run(() => firewall.AssessPastAsync(bodies)).Select(static answer => answer.Decision());
    }

    private static Decision Pay(SimulatedFirewall firewall, string reference, string account)
        => firewall.Assess(reference, account, "10", "deviceId", "phone").Decision();
}
