using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Policies;

public sealed class PublishTests
{
    private const int CrashPoints = 40;

    [Fact]
    public void Publish_PowerGoesAtAnyDiskOperation_RollsForwardOrNeverHappened()
    {
        for (var operation = 1; operation <= CrashPoints; operation++)
        {
            var firewall = new SimulatedFirewall(operation, TestPolicies.AmountLimit(100));
            firewall.Assess("before", "A", "500");
            firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
            var publish = firewall.Scheduler.Start(() => firewall.Policies.PublishAsync(SimulatedFirewall.Tenant, Encoding.UTF8.GetBytes(TestPolicies.AmountLimit(1000)), default));
            firewall.RunUntilDead(publish);
            AssertOneVersion(firewall, publish, operation);
        }
    }

    [Fact]
    public void Publish_ProcessKilledAtAnyStep_RollsForwardOrNeverHappened()
    {
        for (var step = 1; step <= 4_000; step += 131)
        {
            var firewall = new SimulatedFirewall(step, TestPolicies.AmountLimit(100));
            firewall.Assess("before", "A", "500");
            var last = firewall.Scheduler.Steps + step;
            var publish = firewall.Scheduler.Start(() => firewall.Policies.PublishAsync(SimulatedFirewall.Tenant, Encoding.UTF8.GetBytes(TestPolicies.AmountLimit(1000)), default));
            firewall.Scheduler.RunUntil(() => publish.IsCompleted || firewall.Scheduler.Steps >= last, TimeSpan.FromMinutes(5));
            AssertOneVersion(firewall, publish, step);
        }
    }

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
    public void Publish_RacesWithActivationsAndPayments_NeverDecidesByTheOldVersionAfterItsAnswer()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(100));
            firewall.Restart();
            var publish = firewall.Scheduler.Start(() => firewall.Policies.PublishAsync(SimulatedFirewall.Tenant, Encoding.UTF8.GetBytes(TestPolicies.AmountLimit(1000)), default));
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

    private static void AssertOneVersion(SimulatedFirewall firewall, Task<Result<PublishedPolicy>> publish, int place)
    {
        var answered = publish.IsCompletedSuccessfully && publish.Result.IsSuccess;
        firewall.Restart();
        var payments = Enumerable.Range(0, 40).Select(i => SimulatedFirewall.Payment($"after{i}", $"A{i}", "500")).ToArray();
        var version = Assert.Single(firewall.AssessAll(payments).Select(answer => (answer.PolicyVersion(), answer.Decision())).Distinct());
        Assert.True(version == (2, Decision.Approve) || (!answered && version == (1, Decision.Reject)), $"place {place}, answered {answered}: {version}");
    }
}
