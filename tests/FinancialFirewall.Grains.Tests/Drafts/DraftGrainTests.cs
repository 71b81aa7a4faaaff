using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Configurations;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Tests.Lists;
using FinancialFirewall.Grains.Toggles;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Drafts;

public sealed class DraftGrainTests
{
    [Fact]
    public void Publish_ChangedDraft_HoldsForTheVeryNextPaymentAndTheDraftIsGone()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(100));
        var draft = Create(firewall, "ann");
        var changed = As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(draft.Tag) { Document = Utf8(TestPolicies.AmountLimit(10)) })).Value;
        Assert.Equal(("1.1", "1.2", 1), (draft.Tag, changed.Tag, changed.BaseVersion));
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "50").Decision());

        var published = As(firewall, "bob", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(changed.Tag, "stricter", IsApproval: false))).Value;

        Assert.Equal(2, published.Version);
        Assert.Equal(Decision.Reject, firewall.Assess("r2", "A", "50").Decision());
        Assert.Empty(As(firewall, "ann", way => way.ListAsync(Tenant)));
        var version = Version(firewall, 2);
        Assert.Equal((draft.Id, "bob", "stricter", null), (version.Draft, version.Author.Id, version.Comment, version.Approver));
    }

    [Fact]
    public void Change_WithATagOfBefore_IsRefusedAndLosesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100));
        var draft = Create(firewall, "ann");
        Assert.True(As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(draft.Tag) { Name = "new" })).IsSuccess);

        Assert.Equal("DRAFT_CHANGED", As(firewall, "bob", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(draft.Tag) { Name = "newer" })).Errors[0].Code);
        Assert.Equal("DRAFT_CHANGED", As(firewall, "bob", way => way.DiscardAsync(Tenant, draft.Id, draft.Tag)).Errors[0].Code);
        Assert.Equal("DRAFT_CHANGED", As(firewall, "bob", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(draft.Tag, "", IsApproval: false))).Errors[0].Code);
        Assert.Equal("new", As(firewall, "ann", way => way.FindAsync(Tenant, draft.Id)).Value.Name);
        Assert.True(As(firewall, "bob", way => way.DiscardAsync(Tenant, draft.Id, "1")).IsSuccess);
        Assert.Equal("DRAFT_UNKNOWN", As(firewall, "ann", way => way.FindAsync(Tenant, draft.Id)).Errors[0].Code);
    }

    [Fact]
    public void Publish_SomebodyPublishedMeanwhile_NamesWhatChangedAndCanBeRebased()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.AmountLimit(100));
        var draft = Create(firewall, "ann");
        Assert.True(As(firewall, "ann", way => way.SetConfigurationAsync(Tenant, draft.Id, new DraftConfiguration(null, null, Limit("drafted", "GIRO", 5)))).IsSuccess);
        var direct = Configurations(firewall, way => way.CreateAsync(Tenant, Limit("direct", "CARD", 7))).Value;

        var refused = As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(null, "", IsApproval: false)));

        Assert.Equal(
            [
                new Error(ErrorKind.Conflict, "DRAFT_OUTDATED", "baseVersion", "1", "The draft was made from version 1, and version 2 is in force: bring what was published since into it (POST …/rebase), or discard it."),
                new Error(ErrorKind.Conflict, "PUBLISHED_MEANWHILE", $"/configurations/{direct.Id:D}", "direct", "'direct' was added since version 1."),
            ],
            refused.Errors);
        Assert.Equal("2.3", As(firewall, "ann", way => way.RebaseAsync(Tenant, draft.Id, tag: null)).Value.Tag);
        Assert.Equal(3, As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication("2.3", "", IsApproval: false))).Value.Version);
        Assert.Equal((Decision.Reject, Decision.Reject, Decision.Approve), (
            firewall.Assess("r1", "A", "6", "paymentType", "GIRO").Decision(), firewall.Assess("r2", "A", "8", "paymentType", "CARD").Decision(), firewall.Assess("r3", "A", "9").Decision()));
    }

    [Fact]
    public void Publish_EntriesWereAddedMeanwhile_PublishesTheDraftWithThem()
    {
        var firewall = new SimulatedFirewall(seed: 10, TestLists.Policy);
        var draft = Create(firewall, "ann");
        Assert.True(As(firewall, "ann", way => way.SetConfigurationAsync(Tenant, draft.Id, new DraftConfiguration(null, null, Limit("giro", "GIRO", 5)))).IsSuccess);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);

        Assert.Equal(3, As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication("1.2", "", IsApproval: false))).Value.Version);

        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r1", "phone").Decision());
        Assert.Equal(Decision.Reject, firewall.Assess("r2", "A", "6", "paymentType", "GIRO").Decision());
        Assert.Equal(["phone", "stolen"], TestLists.Entries(firewall, "blocked").Select(static entry => entry.Value));
    }

    [Fact]
    public void Publish_DraftAndSomebodyElseChangedTheSameEntries_IsRefused()
    {
        var firewall = new SimulatedFirewall(seed: 11, TestLists.Policy);
        var draft = Create(firewall, "ann");
        var emptied = Utf8(TestLists.PolicyWith("""{ "kind": "BLOCK", "member": "deviceId", "entries": [] }"""));
        Assert.True(As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(null) { Document = emptied })).IsSuccess);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);

        var refused = As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(null, "", IsApproval: false)));

        Assert.Equal(("CHANGED_BY_BOTH", "/lists/blocked"), (Assert.Single(refused.Errors).Code, refused.Errors[0].Member));
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r1", "stolen").Decision());
    }

    [Fact]
    public void Publish_DraftThatChangesNothingOrCannotDecide_IsRefused()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.AmountLimit(100));
        var draft = Create(firewall, "ann");
        Assert.Equal("DRAFT_UNCHANGED", As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(null, "", IsApproval: false))).Errors[0].Code);

        var broken = TestPolicies.AmountLimit(10).Replace("amount > 10", "amount > colour", StringComparison.Ordinal);
        Assert.True(As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(null) { Document = Utf8(broken) })).IsSuccess);
        var errors = As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(null, "", IsApproval: false))).Errors;
        Assert.Equal(("EXPRESSION_INVALID", "/configurations/0/riskRules/customRules/0/expression"), (errors[0].Code, errors[0].Member));
        Assert.Equal("EXPRESSION_INVALID", As(firewall, "ann", way => way.SubmitAsync(Tenant, draft.Id, tag: null)).Errors[0].Code);
        Assert.Equal("MEMBER_MISSING", As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(null) { Document = Utf8("{}") })).Errors[0].Code);
        Assert.Equal(1, firewall.Assess("r1", "A", "1").PolicyVersion());
    }

    [Fact]
    public void Approve_TenantRequiresApproval_TakesSomebodyElseThanTheAuthors()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.AmountLimit(100));
        RequireApproval(firewall);
        var draft = Create(firewall, "ann");
        As(firewall, "bob", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(null) { Document = Utf8(TestPolicies.AmountLimit(10)) }));

        Assert.Equal("APPROVAL_REQUIRED", As(firewall, "ann", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication(null, "", IsApproval: false))).Errors[0].Code);
        Assert.Equal("DRAFT_NOT_SUBMITTED", Approve(firewall, "eve", draft.Id).Errors[0].Code);
        Assert.Equal(DraftStatus.Submitted, As(firewall, "ann", way => way.SubmitAsync(Tenant, draft.Id, tag: null)).Value.Status);
        Assert.Equal("DRAFT_SUBMITTED", As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(null) { Name = "other" })).Errors[0].Code);
        Assert.Equal("APPROVER_IS_AUTHOR", Approve(firewall, "ann", draft.Id).Errors[0].Code);
        Assert.Equal("APPROVER_IS_AUTHOR", Approve(firewall, "bob", draft.Id).Errors[0].Code);
        Assert.Equal("APPROVAL_UNSEEN", As(firewall, "eve", way => way.PublishAsync(Tenant, draft.Id, new DraftPublication("1", "", IsApproval: true))).Errors[0].Code);
        Assert.Equal(1, firewall.Assess("r1", "A", "50").PolicyVersion());

        Assert.Equal(2, Approve(firewall, "eve", draft.Id).Value.Version);
        Assert.Equal(Decision.Reject, firewall.Assess("r2", "A", "50").Decision());
        var version = Version(firewall, 2);
        Assert.Equal(("ann", "eve"), (version.Author.Id, version.Approver!.Id));
    }

    [Fact]
    public void Reject_SubmittedDraft_SaysWhyAndLetsItBeChangedAndSubmittedAgain()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.AmountLimit(100));
        var draft = Create(firewall, "ann");
        Assert.True(As(firewall, "ann", way => way.SubmitAsync(Tenant, draft.Id, tag: null)).IsSuccess);

        Assert.Equal("REASON_LENGTH", As(firewall, "eve", way => way.RejectAsync(Tenant, draft.Id, null, "")).Errors[0].Code);
        var rejected = As(firewall, "eve", way => way.RejectAsync(Tenant, draft.Id, null, "no limit for cards")).Value;
        Assert.Equal((DraftStatus.Rejected, "eve", "no limit for cards"), (rejected.Status, rejected.Rejecter!.Id, rejected.Rejection));
        Assert.True(As(firewall, "ann", way => way.SetConfigurationAsync(Tenant, draft.Id, new DraftConfiguration(null, null, Limit("cards", "CARD", 5)))).IsSuccess);
        Assert.True(As(firewall, "ann", way => way.SubmitAsync(Tenant, draft.Id, tag: null)).IsSuccess);
        Assert.Equal(DraftStatus.Open, As(firewall, "ann", way => way.WithdrawAsync(Tenant, draft.Id, tag: null)).Value.Status);
        Assert.Equal("DRAFT_NOT_SUBMITTED", As(firewall, "eve", way => way.RejectAsync(Tenant, draft.Id, null, "x")).Errors[0].Code);
    }

    [Fact]
    public void DirectChange_TenantRequiresApproval_IsRefusedUnlessItCanOnlySwitchTheCheckOn()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestPolicies.AmountLimit(100));
        RequireApproval(firewall);
        var cards = new ToggleContext("CARD", null, null);

        Assert.Equal("APPROVAL_REQUIRED", Configurations(firewall, way => way.CreateAsync(Tenant, Limit("x", "CARD", 1))).Errors[0].Code);
        Assert.Equal("APPROVAL_REQUIRED", firewall.Publish(TestPolicies.AmountLimit(5)).Errors[0].Code);
        Assert.Equal("APPROVAL_REQUIRED", Toggle(firewall, new ToggleCommand(cards, IsEnabled: false, "off", null)).Errors[0].Code);
        Assert.True(Toggle(firewall, new ToggleCommand(cards, IsEnabled: true, "on", null)).IsSuccess);
        Assert.Equal("APPROVAL_REQUIRED", Toggle(firewall, new ToggleCommand(cards, IsEnabled: false, "off again", null)).Errors[0].Code);
        Assert.Equal(2, firewall.Assess("r1", "A", "1").PolicyVersion());
    }

    [Fact]
    public void Create_MoreThanATenantMayHave_IsRefused()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestPolicies.AmountLimit(100));
        var ids = Enumerable.Range(0, PolicyDraft.MaximumPerTenant).Select(_ => Create(firewall, "ann").Id).ToHashSet();

        Assert.Equal(PolicyDraft.MaximumPerTenant, ids.Count);
        Assert.Equal("DRAFTS_EXHAUSTED", As(firewall, "ann", way => way.CreateAsync(Tenant, new NewDraft("one more", ""))).Errors[0].Code);
    }

    [Theory]
    [InlineData("", "", "NAME_LENGTH")]
    [InlineData("x", "long", "COMMENT_LENGTH")]
    public void Create_TextsOutOfBounds_AreRefused(string name, string comment, string code)
    {
        var firewall = new SimulatedFirewall(seed: 9, TestPolicies.AmountLimit(100));
        var text = comment.Length == 0 ? "" : new string('x', PolicyOrigin.MaximumCommentLength + 1);

        Assert.Equal(code, As(firewall, "ann", way => way.CreateAsync(Tenant, new NewDraft(name, text))).Errors[0].Code);
    }

    [Fact]
    public void Publish_PowerGoesAtAnyDiskOperation_EitherTheVersionIsThereOrTheDraftIs()
    {
        const int MostOperations = 60;
        const int Every = 3;
        var outcomes = new HashSet<int>();
        for (var operation = 1; operation <= MostOperations; operation += Every)
        {
            var firewall = new SimulatedFirewall(seed: 100 + operation, TestPolicies.AmountLimit(100));
            var draft = Create(firewall, "ann");
            As(firewall, "ann", way => way.ChangeAsync(Tenant, draft.Id, new DraftChange(null) { Document = Utf8(TestPolicies.AmountLimit(10)) }));
            firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
            firewall.RunUntilDead(firewall.Scheduler.Start(() => Service<TenantDrafts>(firewall).PublishAsync(Tenant, draft.Id, new DraftPublication(null, "", IsApproval: false))));
            firewall.Restart();

            firewall.Scheduler.RunUntilIdle();
            var version = firewall.Assess("r1", "A", "50").PolicyVersion();
            var isThere = As(firewall, "ann", way => way.FindAsync(Tenant, draft.Id)).IsSuccess;
            Assert.True(isThere == (version == 1), $"Power went at operation {operation}: version {version} is in force, and the draft is {(isThere ? "there" : "gone")}.");
            outcomes.Add(version);
        }

        Assert.Equal([1, 2], outcomes.Order());
    }

    private static TenantId Tenant => SimulatedFirewall.Tenant;

    private static PolicyDraft Create(SimulatedFirewall firewall, string who) => As(firewall, who, way => way.CreateAsync(Tenant, new NewDraft("spring", "why"))).Value;

    private static Result<PublishedPolicy> Approve(SimulatedFirewall firewall, string who, Guid id)
        => As(firewall, who, async way => await way.PublishAsync(Tenant, id, new DraftPublication((await way.FindAsync(Tenant, id)).Value.Tag, "", IsApproval: true)));

    private static RiskConfiguration Limit(string name, string paymentType, int limit) => ConfigurationBody.Read(Utf8($$"""
        {"configurationName":"{{name}}","paymentType":"{{paymentType}}","riskRules":{"customRules":[{"name":"over","expression":"amount > {{limit}}","weight":0.9}]},
         "thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3} }
        """)).Value;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static PublishedVersion Version(SimulatedFirewall firewall, int number) => firewall.Scheduler.Run(() => Service<PolicyVersions>(firewall).FindAsync(Tenant, number)).Value;

    private static void RequireApproval(SimulatedFirewall firewall)
        => Assert.True(firewall.Scheduler.Run(() => Service<TenantRegistry>(firewall).ConfigureAsync(Tenant, new TenantSettings { RequiresApproval = true })).Value.RequiresApproval);

    private static Result<Toggle> Toggle(SimulatedFirewall firewall, ToggleCommand command)
        => firewall.Scheduler.Run(() => Service<TenantToggles>(firewall).SetAsync(Tenant, command));

    private static T Configurations<T>(SimulatedFirewall firewall, Func<TenantConfigurations, Task<T>> work)
        => firewall.Scheduler.Run(() => work(Service<TenantConfigurations>(firewall)));

    private static T As<T>(SimulatedFirewall firewall, string who, Func<TenantDrafts, Task<T>> work) => firewall.Scheduler.Run(() =>
    {
        AuditScope.Enter(AuditActor.Key(who, "acme", ""));
        return work(Service<TenantDrafts>(firewall));
    });

    private static T Service<T>(SimulatedFirewall firewall)
        where T : notnull
        => firewall.Silo.Services.GetRequiredService<T>();
}
