using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Tests.Policies;

/// <summary>Partitions and shards that end and begin while a version is published that counts by device over what was decided before.</summary>
public sealed class ActivationRaceTests
{
    private const int Limit = 4;
    private const int StepsOfAPublish = 2_500;

    public static TheoryData<int, int> Portions => Seeds.PortionsOf(60, 30);

    [Theory, MemberData(nameof(Portions))]
    public void Publish_GrainsEndAtAnyOfItsCalls_DecidesByTheRightVersionAndCountsEachPaymentOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var random = new Random(seed);
        var isPaying = false;
        var firewall = new SimulatedFirewall(seed, new FirewallSetup
        {
            Policy = TestPolicies.AmountLimit(1000),
            Configure = silo => silo.AddIncomingGrainCallFilter(async call =>
            {
                await call.Invoke();
                if (call.MethodName is "Prepare" or "Switch" or "Finish" && random.Next(6) == 0 && (call.Grain is ITransactionGrain || !isPaying))
                {
                    ((IGrainBase)call.Grain).DeactivateOnIdle();
                }
            }),
        });
        Race(firewall, random, paying => isPaying = paying);
    });

    [Theory, MemberData(nameof(Portions))]
    public void Publish_GrainsAreIdleInTheMiddle_DecidesByTheRightVersionAndCountsEachPaymentOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var random = new Random(seed);
        var firewall = new SimulatedFirewall(seed, new FirewallSetup { Policy = TestPolicies.AmountLimit(1000), Configure = CollectQuickly });
        Race(firewall, random, _ =>
        {
            if (random.Next(2) == 0)
            {
                firewall.Disk.HoldFlushes();
                firewall.Scheduler.RunFor(TimeSpan.FromSeconds(5));
                firewall.Disk.ReleaseFlushes();
            }
        });
    });

    /// <summary>A claim is in the memory of its shard alone: a disk that hangs for longer than a shard stays idle must not let a second debtor have the reference.</summary>
    [Fact]
    public void Assess_ShardIsIdleWhileAClaimWaitsForTheDisk_KeepsTheClaim()
    {
        var firewall = new SimulatedFirewall(seed: 1, new FirewallSetup { Policy = TestPolicies.DeviceLimit, Configure = CollectQuickly });
        firewall.Disk.HoldFlushes();
        var one = firewall.Scheduler.Start(() => firewall.AssessAsync(SimulatedFirewall.Payment("r", "A", "10", "deviceId", "phone")));
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(2));
        var other = firewall.Scheduler.Start(() => firewall.AssessAsync(SimulatedFirewall.Payment("r", "B", "10", "deviceId", "phone")));
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        firewall.Disk.ReleaseFlushes();
        firewall.Scheduler.RunUntil(() => one.IsCompleted && other.IsCompleted);

        Assert.Equal("DECISION_UNKNOWN", Assert.Single(firewall.RunToEnd(one)[0].Refusal!).Code);
        Assert.Equal("A", Assert.Single(JournalContent.Read(firewall).Assessments).Account());
        Assert.Equal("fromAccountNumber", Assert.Single(firewall.RunToEnd(other)[0].Refusal!).Member);
    }

    private static void CollectQuickly(ISiloBuilder silo) => silo.Configure<GrainCollectionOptions>(options =>
        (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));

    /// <summary>
    /// Pays one after the other, before, during and after a publish. Until the publish is answered either version may decide, and a new window may not show
    /// yet what the older one decided meanwhile; from then on it is exact, which the next version, with another limit on the same window, brings to light.
    /// </summary>
    private static void Race(SimulatedFirewall firewall, Random random, Action<bool> around)
    {
        var paid = 0;
        Assert.Equal((1, Decision.Approve), Pay());
        var publish = firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.DeviceCount(Limit)));
        while (paid < 7)
        {
            firewall.RunSteps(random.Next(StepsOfAPublish / 3), publish);
            around(true);
            var (isPublished, next) = (publish.IsCompleted, paid + 1);
            var (version, decision) = Pay();
            around(false);
            Assert.True(version == 2 || (version == 1 && !isPublished), $"Payment {paid} was decided by version {version}; published: {isPublished}");
            Assert.True(
                decision == (version == 2 && next > Limit ? Decision.Reject : Decision.Approve) || (decision == Decision.Approve && !isPublished),
                $"Payment {paid}: {decision} by version {version}; published: {isPublished}");
        }

        Assert.Equal(2, firewall.RunToEnd(publish).Value.Version);
        Assert.Equal((2, Decision.Reject), Pay());
        Assert.Equal(3, firewall.Publish(TestPolicies.DeviceCount(paid + 1)).Value.Version);
        Assert.Equal((3, Decision.Approve), Pay());
        Assert.Equal((3, Decision.Reject), Pay());

        (int Version, Decision Decision) Pay()
        {
            var answer = firewall.Assess($"r{++paid}", $"A{random.Next(40)}", "10", "deviceId", "phone");
            return (answer.PolicyVersion(), answer.Decision());
        }
    }
}
