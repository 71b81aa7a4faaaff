using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Feeds;

/// <summary>Whoever follows policy versions gets each once, in order, and none before every partition decides by it.</summary>
public sealed class PolicyFeedTests
{
    [Fact]
    public void ReadAsync_FromEveryVersion_GivesEachOnceWithTheOneBefore()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(1));
        var followed = new List<PolicyVersion>();
        using var leaving = new CancellationTokenSource();
        var following = firewall.Scheduler.Start(() => FollowAsync(firewall, 2, followed, int.MaxValue, leaving.Token));
        for (var limit = 2; limit <= 5; limit++)
        {
            Assert.Equal(limit, firewall.Publish(TestPolicies.AmountLimit(limit)).Value.Version);
        }

        firewall.Scheduler.RunUntil(() => followed.Count >= 4);

        Assert.Equal([2, 3, 4, 5], followed.Select(static version => version.Version));
        for (var first = 1; first <= 5; first++)
        {
            var rest = new List<PolicyVersion>();
            firewall.Scheduler.Run(() => FollowAsync(firewall, first, rest, 6 - first, CancellationToken.None));
            Assert.Equal(Enumerable.Range(first, 6 - first), rest.Select(static version => version.Version));
            Assert.Equal(first > 1 ? $"amount > {first - 1}" : null, RuleOf(rest[0].Before));
            Assert.Equal($"amount > {first}", RuleOf(rest[0].Document));
        }

        leaving.Cancel();
        firewall.Scheduler.RunUntil(() => following.IsCompleted);
        Assert.True(following.IsCanceled);
    }

    [Fact]
    public void GetHeldAsync_WhileAVersionIsBeingPublished_IsNotThatVersion()
    {
        for (var steps = 1; steps < 400; steps += 7)
        {
            var firewall = new SimulatedFirewall(seed: steps, TestPolicies.AmountLimit(100));
            firewall.Assess("r0", "A", "50");
            var publishing = firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.AmountLimit(10)));
            firewall.RunSteps(steps, publishing);
            var held = firewall.Scheduler.Run(async () => await firewall.Silo.Services.GetRequiredService<PolicyFeed>().GetHeldAsync(SimulatedFirewall.Tenant));

            // Whatever is said to hold is what the very next payment is decided by.
            Assert.InRange(firewall.Assess("r1", "A", "50").PolicyVersion(), held, 2);
            firewall.RunToEnd(publishing);
            Assert.Equal(2, firewall.Scheduler.Run(async () => await firewall.Silo.Services.GetRequiredService<PolicyFeed>().GetHeldAsync(SimulatedFirewall.Tenant)));
        }
    }

    private static string? RuleOf(Domain.Policies.PolicyDocument? document) => document?.Configurations[0].RiskRules!.CustomRules![0].Expression;

    private static async Task FollowAsync(SimulatedFirewall firewall, int first, List<PolicyVersion> into, int wanted, CancellationToken cancellation)
    {
        await foreach (var version in firewall.Silo.Services.GetRequiredService<PolicyFeed>().ReadAsync(SimulatedFirewall.Tenant, first, cancellation))
        {
            into.Add(version);
            if (into.Count >= wanted)
            {
                return;
            }
        }
    }
}
