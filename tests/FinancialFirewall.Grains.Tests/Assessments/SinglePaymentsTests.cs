using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

/// <summary>Payments that come one by one and go together.</summary>
public sealed class SinglePaymentsTests
{
    [Fact]
    public void AssessOne_ManyAtOnce_ShareCommitsAndEachGetsItsOwnAnswer()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            firewall.AssessAll([.. Enumerable.Range(0, 60).Select(i => SimulatedFirewall.Payment($"before{i}", $"A{i}", "1"))]);
            var before = firewall.Storage.Counters.Journal.Commits;
            var answers = AtOnce(firewall, [.. Enumerable.Range(0, 300).Select(i => SimulatedFirewall.Payment($"r{i}", $"A{i % 60}", "10"))]);

            Assert.Equal((seed, 300), (seed, answers.Length));
            for (var i = 0; i < answers.Length; i++)
            {
                Assert.Equal((seed, $"r{i}", $"A{i % 60}", false), (seed, answers[i].Reference(), answers[i].Account(), answers[i].IsDuplicate));
                Assert.Equal((seed, answers[i].Bytes()), (seed, firewall.Find($"r{i}")?.Bytes()));
            }

            Assert.InRange(firewall.Storage.Counters.Journal.Commits - before, 1, 50);
        }
    }

    [Fact]
    public void AssessOne_OfOneAccountAtOnce_ReserveTheLimitInTheOrderTheyCame()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            var answers = AtOnce(firewall, [.. Enumerable.Range(0, 20).Select(i => SimulatedFirewall.Payment($"r{i}", "A", "100"))]);
            var decisions = answers.Select(answer => answer.Decision());
            Assert.Equal(Enumerable.Range(0, 20).Select(i => (seed, i < 10 ? Decision.Approve : Decision.Reject)), decisions.Select(decision => (seed, decision)));
        }
    }

    [Fact]
    public void AssessOne_SameReferenceAtOnce_DecidesItOnceAndAnswersAllAlike()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            var same = SimulatedFirewall.Payment("same", "A", "600");
            var answers = AtOnce(firewall, [same, same, SimulatedFirewall.Payment("other", "B", "1"), same, SimulatedFirewall.Payment("same", "A", "601")]);

            Assert.Equal((seed, 1), (seed, answers.Count(answer => answer is { Refusal: null, IsDuplicate: false } && answer.Reference() == "same")));
            Assert.Equal((seed, 2), (seed, answers.Count(answer => answer.IsDuplicate)));
            Assert.Equal((seed, "REFERENCE_REUSED"), (seed, Assert.Single(answers, answer => answer.Refusal is not null).Refusal![0].Code));
        }
    }

    [Fact]
    public void AssessOne_BesideOneWhoseFirstAnswerIsStillToCome_DoesNotWaitForIt()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        var key = new ReferenceKey(XxHash64.Hash("held"u8), "held"u8.ToArray());
        var shard = TenantGrainKeys.Numbered(SimulatedFirewall.Tenant, TenantGrainKeys.PartitionOf(key.Hash));
        var claims = firewall.Scheduler.Run(() =>
        {
            TenantScope.Enter(SimulatedFirewall.Tenant);
            return firewall.GetGrain<IKeyGrain>(shard).Claim(new KeyClaimRequest([key], [0], TakesOver: false));
        });

        Task<AssessmentAnswer> held = null!, other = null!;
        firewall.Scheduler.Run(() =>
        {
            held = AssessAsync(firewall, SimulatedFirewall.Payment("held", "A", "1"));
            other = AssessAsync(firewall, SimulatedFirewall.Payment("other", "A", "2"));
            return other;
        });
        Assert.Equal((Decision.Approve, false), (firewall.RunToEnd(other).Decision(), held.IsCompleted));

        firewall.Scheduler.Run(() =>
        {
            TenantScope.Enter(SimulatedFirewall.Tenant);
            return firewall.GetGrain<IKeyGrain>(shard).Settle(new KeySettlement(claims.Number, [key]));
        });
        Assert.Equal("REFERENCE_BUSY", firewall.RunToEnd(held).Refusal![0].Code);
        Assert.Equal(Decision.Approve, firewall.Assess("held", "A", "1").Decision());
    }

    [Fact]
    public void AssessOne_Refund_HasReleasedItsOriginalWhenItIsAnswered()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        AtOnce(firewall, SimulatedFirewall.Payment("original", "A", "900"));
        AtOnce(firewall, SimulatedFirewall.Payment("refund", "X", "400", "kind", "REFUND", "originalTransactionReference", "original"));

        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", "501").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("fits", "A", "500").Decision());
    }

    [Fact]
    public void AssessOne_PowerGoesAtAnyOperation_LosesNothingThatWasAnsweredAndPassesNoLimit()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            var payments = Enumerable.Range(0, 24).Select(i => SimulatedFirewall.Payment($"r{i}", $"A{i % 3}", "200")).ToArray();
            firewall.Disk.CrashAt = firewall.Disk.Operations + 1 + (seed % 10);
            Task<AssessmentAnswer>[] sent = [];
            firewall.RunUntilDead(firewall.Scheduler.Start(async () =>
            {
                sent = [.. payments.Select(payment => AssessAsync(firewall, payment))];
                foreach (var one in sent)
                {
                    await one;
                }
            }));
            firewall.Restart();

            foreach (var answered in sent.Where(one => one.IsCompletedSuccessfully))
            {
                var answer = firewall.RunToEnd(answered);
                Assert.Equal((seed, answer.Refusal is null ? answer.Bytes() : ""), (seed, answer.Refusal is null ? firewall.Find(answer.Reference())?.Bytes() : ""));
            }

            var again = AtOnce(firewall, payments);
            Assert.Equal((seed, 15), (seed, again.Count(answer => answer.Decision() == Decision.Approve)));
        }
    }

    private static AssessmentAnswer[] AtOnce(SimulatedFirewall firewall, params string[] payments) => firewall.Scheduler.Run(async () =>
    {
        var sent = payments.Select(payment => AssessAsync(firewall, payment)).ToArray();
        var answers = new List<AssessmentAnswer>();
        foreach (var one in sent)
        {
            answers.Add(await one);
        }

        return answers.ToArray();
    });

    private static Task<AssessmentAnswer> AssessAsync(SimulatedFirewall firewall, string payment)
        => firewall.Router.AssessOneAsync(SimulatedFirewall.Tenant, firewall.Pack([payment]).Bytes, CancellationToken.None);
}
