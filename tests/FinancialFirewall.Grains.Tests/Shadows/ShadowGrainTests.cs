using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Shadows;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Tests.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Shadows;

public sealed class ShadowGrainTests
{
    [Fact]
    public void Run_StricterDraft_CountsPairsFactorsAndSamplesAndDecidesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(100));
        var draft = Drafted(firewall, TestPolicies.AmountLimit(10));
        firewall.Assess("before", "A", "50");
        Assert.Equal(ShadowStatus.Filling, Start(firewall, draft).Value.Status);
        firewall.Assess("r1", "A", "5");
        var differing = firewall.Assess("r2", "A", "50");
        firewall.Assess("r3", "B", "500");
        Assert.Equal(Decision.Approve, differing.Decision());

        var report = Wait(firewall, draft, static report => report.Compared == 3);

        Assert.Equal((ShadowStatus.Running, 3, 1, 0), (report.Status, report.Compared, report.Different, report.Behind));
        Assert.Equal(
            ["Approve Approve 1", "Approve Reject 1", "Reject Reject 1"], report.Pairs.Select(static pair => $"{pair.Live} {pair.Shadow} {pair.Count}").Order(StringComparer.Ordinal));
        Assert.Equal([new ShadowFactor("overLimit", 1, 2)], report.Factors);
        var sample = Assert.Single(report.Samples);
        Assert.Equal((IdOf(differing), Decision.Approve, 0, Decision.Reject, 9_000), (sample.Assessment, sample.Live, sample.LiveScore.TenThousandths, sample.Shadow, sample.ShadowScore.TenThousandths));
    }

    [Fact]
    public void Run_DraftWithWindowsOfItsOwn_CountsWhatWasBeforeItStarted()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100));
        firewall.Assess("r1", "A", "5", "deviceId", "phone");
        firewall.Assess("r2", "B", "5", "deviceId", "phone");
        var draft = Drafted(firewall, """
            {"baseCurrency":"EUR","configurations":[{"configurationName":"counts","paymentSource":"BOTH","riskRules":{"customRules":[
              {"name":"often","expression":"count(payments, 24h) >= 2","weight":0.9},{"name":"shared","expression":"count(payments by device, 1h) >= 3","weight":0.1}]},
             "thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3}}]}
            """);
        Assert.True(Start(firewall, draft).IsSuccess);
        firewall.Assess("r3", "A", "5", "deviceId", "phone");
        firewall.Assess("r4", "C", "5");

        var report = Wait(firewall, draft, static report => report.Compared == 2);

        Assert.Equal([new ShadowFactor("often", 0, 1), new ShadowFactor("shared", 0, 1)], report.Factors);
        Assert.Equal((2, 1), (report.Compared, report.Different));
    }

    [Fact]
    public void Run_SameSumsAsThePolicyInForce_NeverDiffers()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.DailyLimit);
        var draft = Drafted(firewall, TestPolicies.DailyLimit.Replace("\"limit\"", "\"renamed\"", StringComparison.Ordinal));
        firewall.Assess("r1", "A", "700");
        Assert.True(Start(firewall, draft).IsSuccess);
        firewall.Assess("r2", "A", "400");
        firewall.Assess("r3", "A", "300");
        firewall.Assess("r4", "A", "100", "kind", "REFUND", "originalTransactionReference", "r1");
        firewall.Assess("r5", "A", "99");

        var report = Wait(firewall, draft, static report => report.Compared == 4);

        Assert.Equal((4, 0), (report.Compared, report.Different));
        Assert.Equal(["Approve Approve 3", "Reject Reject 1"], report.Pairs.Select(static pair => $"{pair.Live} {pair.Shadow} {pair.Count}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_EntriesAreAddedMeanwhile_DecidesByThemToo()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestLists.Policy);
        var draft = Drafted(firewall, TestLists.PolicyWith("""{ "kind": "BLOCK", "member": "deviceId", "mandatory": true }"""));
        Assert.True(Start(firewall, draft).IsSuccess);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(2));
        TestLists.Pay(firewall, "r1", "phone");

        var report = Wait(firewall, draft, static report => report.Compared == 1);

        Assert.Equal((ShadowStatus.Running, 1, 0), (report.Status, report.Compared, report.Different));
    }

    [Fact]
    public void Run_DraftOrPolicyIsAnotherOne_EndsAndSaysWhy()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.AmountLimit(100));
        var draft = Drafted(firewall, TestPolicies.AmountLimit(10));
        Assert.Equal("SHADOW_UNKNOWN", Find(firewall, draft).Errors[0].Code);
        Assert.True(Start(firewall, draft).IsSuccess);
        Assert.True(firewall.Publish(TestPolicies.AmountLimit(70)).IsSuccess);
        Assert.Equal(ShadowStatus.Outdated, Wait(firewall, draft, static report => report.Status == ShadowStatus.Outdated).Status);
        Assert.Equal("DRAFT_OUTDATED", Start(firewall, draft).Errors[0].Code);

        var other = Drafted(firewall, TestPolicies.AmountLimit(5));
        Assert.True(Start(firewall, other).IsSuccess);
        Assert.Equal("SHADOW_UNKNOWN", Find(firewall, draft).Errors[0].Code);
        Assert.True(Run<TenantDrafts, Result<PolicyDraft>>(firewall, way => way.DiscardAsync(Tenant, other, tag: null)).IsSuccess);
        Assert.Equal(ShadowStatus.DraftGone, Wait(firewall, other, static report => report.Status == ShadowStatus.DraftGone).Status);
        Assert.Equal("DRAFT_UNKNOWN", Start(firewall, other).Errors[0].Code);
    }

    [Fact]
    public void End_RunningShadow_CountsNothingMore()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.AmountLimit(100));
        var draft = Drafted(firewall, TestPolicies.AmountLimit(10));
        Assert.True(Start(firewall, draft).IsSuccess);
        firewall.Assess("r1", "A", "50");
        Wait(firewall, draft, static report => report.Compared == 1);

        Assert.Equal(ShadowStatus.Ended, Run<TenantShadows, Result<ShadowReport>>(firewall, way => way.EndAsync(Tenant, draft)).Value.Status);
        firewall.Assess("r2", "A", "50");
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(5));

        Assert.Equal((ShadowStatus.Ended, 1), (Find(firewall, draft).Value.Status, Find(firewall, draft).Value.Compared));
    }

    [Fact]
    public void TryEnter_MoreThanThereIsRoomFor_IsRefusedUntilOneLeaves()
    {
        var room = new ShadowRoom();
        Assert.All(Enumerable.Range(0, ShadowRoom.Maximum), _ => Assert.True(room.TryEnter()));

        Assert.False(room.TryEnter());
        room.Leave();
        Assert.True(room.TryEnter());
    }

    private static TenantId Tenant => SimulatedFirewall.Tenant;

    private static Guid IdOf(Grains.Assessments.AssessmentAnswer answer)
    {
        var record = new AssessmentRecord(answer.Record.Span);
        return AssessmentId.Of(Tenant, record.Partition, record.Sequence, record.AssessedAt).ToGuid();
    }

    private static Guid Drafted(SimulatedFirewall firewall, string policy)
    {
        var draft = Run<TenantDrafts, Result<PolicyDraft>>(firewall, way => way.CreateAsync(Tenant, new NewDraft("shadow", ""))).Value;
        var change = new DraftChange(null) { Document = Encoding.UTF8.GetBytes(policy) };
        return Run<TenantDrafts, Result<PolicyDraft>>(firewall, way => way.ChangeAsync(Tenant, draft.Id, change)).Value.Id;
    }

    private static Result<ShadowReport> Start(SimulatedFirewall firewall, Guid draft) => Run<TenantShadows, Result<ShadowReport>>(firewall, way => way.StartAsync(Tenant, draft));

    private static Result<ShadowReport> Find(SimulatedFirewall firewall, Guid draft) => Run<TenantShadows, Result<ShadowReport>>(firewall, way => way.FindAsync(Tenant, draft));

    /// <summary>The report once it is what is waited for, or as it is after ten seconds.</summary>
    private static ShadowReport Wait(SimulatedFirewall firewall, Guid draft, Func<ShadowReport, bool> isThere)
    {
        for (var second = 0; second < 10 && !isThere(Find(firewall, draft).Value); second++)
        {
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        }

        return Find(firewall, draft).Value;
    }

    private static T Run<TWay, T>(SimulatedFirewall firewall, Func<TWay, Task<T>> work)
        where TWay : notnull
        => firewall.Scheduler.Run(() => work(firewall.Silo.Services.GetRequiredService<TWay>()));
}
