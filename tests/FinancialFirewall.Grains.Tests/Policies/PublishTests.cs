using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Tests.Policies;

public sealed class PublishTests
{
    [Fact]
    public void Publish_Answered_HoldsForTheVeryNextPaymentInEveryPartition()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.AmountLimit(100));
        var payments = Enumerable.Range(0, 300).Select(i => SimulatedFirewall.Payment($"p{i}", $"A{i}", "500")).ToArray();
        Assert.All(firewall.AssessAll(payments), answer => Assert.Equal((Decision.Reject, 1), (answer.Decision(), answer.PolicyVersion())));

        Assert.Equal(2, firewall.Publish(TestPolicies.AmountLimit(1000)).Value.Version);

        var next = Enumerable.Range(0, 300).Select(i => SimulatedFirewall.Payment($"q{i}", $"A{i}", "500")).ToArray();
        Assert.All(firewall.AssessAll(next), answer => Assert.Equal((Decision.Approve, 2), (answer.Decision(), answer.PolicyVersion())));
    }

    [Fact]
    public void GetPublished_AfterAPublish_ReadsNothingAndCompilesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.AmountLimit(100));
        var published = firewall.Publish(TestPolicies.AmountLimit(1000)).Value;
        var before = firewall.Disk.Operations;

        Assert.Same(published, firewall.Scheduler.Run(() => firewall.Policies.GetPublishedAsync(SimulatedFirewall.Tenant, default)));
        Assert.Equal(2, firewall.Scheduler.Run(() => firewall.Silo.Services.GetRequiredService<PolicyCatalog>().GetAsync(SimulatedFirewall.Tenant, 2).AsTask()).Version);
        Assert.Equal(before, firewall.Disk.Operations);
    }

    [Fact]
    public void Publish_RacesWithActivationsAndPayments_NeverDecidesByTheOldVersionAfterItsAnswer()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(100));
            firewall.Restart();
            var publish = firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.AmountLimit(1000)));
            var number = 0;
            var versions = new List<(bool After, int Version)>();
            while (versions.Count(version => version.After) < 5)
            {
                var after = publish.IsCompleted;
                versions.Add((after, firewall.Assess($"p{number}", $"A{number++}", "500").PolicyVersion()));
            }

            Assert.True(firewall.RunToEnd(publish).IsSuccess, $"seed {seed}");
            Assert.True(versions.TrueForAll(version => version.Version == 2 || (!version.After && version.Version == 1)), $"seed {seed}");
        }
    }

    [Fact]
    public void Publish_NewAccountWindow_DecidesAsIfItHadBeenThereFromTheStart()
    {
        var late = new SimulatedFirewall(seed: 6, TestPolicies.AmountLimit(100_000));
        var early = new SimulatedFirewall(seed: 6, TestPolicies.DailyLimit);
        foreach (var firewall in (SimulatedFirewall[])[late, early])
        {
            firewall.Assess("r1", "A", "600");
            firewall.Assess("r2", "B", "900");
        }

        Assert.True(late.Publish(TestPolicies.DailyLimit).IsSuccess);

        string[][] next = [["r3", "A", "500"], ["r4", "A", "400"], ["r5", "B", "101"], ["r6", "B", "100"]];
        Decision[] decisions = [Decision.Reject, Decision.Approve, Decision.Reject, Decision.Approve];
        Assert.Equal(decisions, next.Select(payment => late.Assess(payment).Decision()));
        Assert.Equal(decisions, next.Select(payment => early.Assess(payment).Decision()));
    }

    [Fact]
    public void Publish_SameFileAgain_ChangesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestPolicies.DailyLimit);
        Assert.Equal(1, firewall.Publish(TestPolicies.DailyLimit).Value.Version);
    }

    /// <summary>Nobody asks for the policy meanwhile: what is pending must not be left when its grain would be idle.</summary>
    [Fact]
    public void Publish_PartitionFailsForLong_HoldsOnceItWorksAgain()
    {
        var isBroken = true;
        var firewall = new SimulatedFirewall(seed: 8, new FirewallSetup
        {
            Policy = TestPolicies.AmountLimit(100),
            Configure = silo => silo
                .Configure<GrainCollectionOptions>(options => (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)))
                .AddIncomingGrainCallFilter(call => isBroken && call.MethodName is "Prepare" ? throw new IOException("The disk does not answer.") : call.Invoke()),
        });
        Assert.Equal("PUBLISH_PENDING", Assert.Single(firewall.Publish(TestPolicies.AmountLimit(1000)).Errors).Code);
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        Assert.Equal(1, firewall.Assess("r1", "A", "500").PolicyVersion());

        isBroken = false;
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(10));
        Assert.Equal((Decision.Approve, 2), (firewall.Assess("r2", "A", "500").Decision(), firewall.Assess("r3", "A", "500").PolicyVersion()));
    }
}
