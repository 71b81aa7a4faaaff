using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Lists;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.States;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Lists;

public sealed class ListGrainTests
{
    [Fact]
    public void Change_AnAddedAndARemovedEntry_HoldForTheVeryNextPayment()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestLists.Policy);
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r1", "phone").Decision());

        Assert.Equal(new ListChangeCounts(1, 0, 0, 0), TestLists.Add(firewall, "blocked", "phone").Value);
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r2", "phone").Decision());
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r3", "tablet").Decision());

        Assert.Equal(new ListChangeCounts(0, 0, 1, 0), TestLists.Remove(firewall, "blocked", "phone").Value);
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r4", "phone").Decision());
    }

    [Fact]
    public void Change_AListThatARuleAsks_HoldsForTheVeryNextPaymentAndSharesTheProgram()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestLists.Policy);
        var catalog = firewall.Silo.Services.GetRequiredService<PolicyCatalog>();
        var before = firewall.Scheduler.Run(() => catalog.GetCurrentAsync(SimulatedFirewall.Tenant).AsTask());
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r1", "tablet").Decision());

        Assert.True(TestLists.Add(firewall, "watched", "tablet").IsSuccess);
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r2", "tablet").Decision());
        var after = firewall.Scheduler.Run(() => catalog.GetCurrentAsync(SimulatedFirewall.Tenant).AsTask());
        Assert.True(before.SharesProgramWith(after));
        Assert.NotEqual(before.Hash, after.Hash);
    }

    [Fact]
    public void Change_EntriesOfThePolicyFile_StayAndAreFollowedByTheNewOnes()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestLists.Policy);
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r1", "stolen").Decision());

        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r2", "stolen").Decision());
        Assert.Equal([("phone", "API"), ("stolen", "POLICY")], TestLists.Entries(firewall, "blocked").Select(static entry => (entry.Value, entry.Origin!.Source)));

        firewall.Restart();
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r3", "stolen").Decision());
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r4", "phone").Decision());
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r5", "tablet").Decision());
    }

    [Fact]
    public void Find_WhatAnEarlierVersionDecided_IsExplainedByItsOwnEntries()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestLists.Policy);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        var decided = TestLists.Pay(firewall, "r1", "phone");
        Assert.True(TestLists.Remove(firewall, "blocked", "phone").IsSuccess);
        firewall.Restart();

        var catalog = firewall.Silo.Services.GetRequiredService<PolicyCatalog>();
        var (then, now) = firewall.Scheduler.Run(async () => (
            await catalog.GetAsync(SimulatedFirewall.Tenant, decided.PolicyVersion()), await catalog.GetCurrentAsync(SimulatedFirewall.Tenant)));
        Assert.Equal((2, 3), (then.Version, now.Version));
        Assert.True(then.ContentOf("blocked")!.Contains("phone"u8, firewall.Now));
        Assert.False(now.ContentOf("blocked")!.Contains("phone"u8, firewall.Now));
    }

    [Fact]
    public void Publish_AFileThatSaysNothingOfEntries_LeavesThemAndOneThatDoesReplacesThem()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestLists.Policy);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);

        Assert.True(firewall.Publish(TestLists.PolicyWith("""{ "kind": "BLOCK", "member": "deviceId", "mandatory": true }""")).IsSuccess);
        Assert.Equal(["phone", "stolen"], TestLists.Entries(firewall, "blocked").Select(static entry => entry.Value));
        Assert.Equal("LIST_MEMBER_CHANGED", firewall.Publish(TestLists.PolicyWith("""{ "kind": "BLOCK", "member": "sessionId" }""")).Errors[0].Code);
        var unknown = firewall.Publish(TestLists.PolicyWith($$"""{ "kind": "BLOCK", "member": "deviceId", "content": "{{new string('0', 64)}}" }"""));
        Assert.Equal(("LIST_CONTENT_UNKNOWN", "/lists/blocked/content"), (unknown.Errors[0].Code, unknown.Errors[0].Member));

        Assert.True(firewall.Publish(TestLists.PolicyWith("""{ "kind": "BLOCK", "member": "deviceId", "entries": [] }""")).IsSuccess);
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r1", "stolen").Decision());
    }

    [Fact]
    public void Save_CreatesChangesAndDeletesAList()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestLists.Policy);
        var draft = new ListDraft("sessions", ListKind.Block, Mandatory: false, PaymentMember.SessionId);
        Assert.True(TestLists.Call(firewall, lists => lists.SaveAsync(SimulatedFirewall.Tenant, draft)).Value);
        Assert.Equal("LIST_EXISTS", TestLists.Call(firewall, lists => lists.SaveAsync(SimulatedFirewall.Tenant, draft with { IsNew = true })).Errors[0].Code);
        Assert.True(TestLists.Add(firewall, "sessions", "s1").IsSuccess);
        Assert.Equal(Decision.Reject, firewall.Assess("r1", "A", "10", "sessionId", "s1").Decision());

        Assert.Equal("LIST_MEMBER_FIXED", TestLists.Call(firewall, lists => lists.SaveAsync(SimulatedFirewall.Tenant, draft with { Member = PaymentMember.DeviceId })).Errors[0].Code);
        Assert.Equal("LIST_CHANGED", TestLists.Call(firewall, lists => lists.SaveAsync(SimulatedFirewall.Tenant, draft with { Tag = "stale" })).Errors[0].Code);
        Assert.False(TestLists.Call(firewall, lists => lists.SaveAsync(SimulatedFirewall.Tenant, draft with { Kind = ListKind.Watch })).Value);
        Assert.Equal(Decision.Approve, firewall.Assess("r2", "A", "10", "sessionId", "s1").Decision());

        Assert.True(TestLists.Call(firewall, lists => lists.DeleteAsync(SimulatedFirewall.Tenant, "sessions", null)).IsSuccess);
        Assert.Equal("LIST_UNKNOWN", TestLists.Add(firewall, "sessions", "s1").Errors[0].Code);
        var used = TestLists.Call(firewall, lists => lists.DeleteAsync(SimulatedFirewall.Tenant, "watched", null)).Errors[0];
        Assert.Equal("LIST_IN_USE", used.Code);
        Assert.Contains("the rule 'onTheList' of the configuration 'lists'", used.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_WhatChangesNothing_PublishesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestLists.Policy);

        Assert.Equal(default, TestLists.Remove(firewall, "blocked", "phone").Value);
        Assert.Equal(1, TestLists.Pay(firewall, "r1", "phone").PolicyVersion());
    }

    [Fact]
    public void Import_Replaces_AllOfItOrNothing()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestLists.Policy);
        var tried = TestLists.Import(firewall, "blocked", dryRun: true, "a", "b", "stolen");
        Assert.Equal((ListImportStatus.Done, new ListChangeCounts(2, 1, 0, 0)), (tried.Value.Status, tried.Value.Counts));
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r1", "a").Decision());

        var cancelled = firewall.Scheduler.Run(async () =>
        {
            var import = (await TestLists.BeginAsync(firewall, "blocked", dryRun: false)).Value;
            Assert.Null(import.Add(new ListEntry("a")));
            Assert.True((await import.FlushAsync(new ListImportProgress(1, 0))).IsSuccess);
            Assert.Equal(ListImportStatus.Cancelled, (await TestLists.Of(firewall).CancelImportAsync(SimulatedFirewall.Tenant, import.Begun.Id)).Value.Status);
            return await import.FinishAsync(new ListImportProgress(1, 0));
        });
        Assert.Equal("LIST_IMPORT_ENDED", cancelled.Errors[0].Code);
        Assert.Equal(1, TestLists.Pay(firewall, "r2", "a").PolicyVersion());
        Assert.Empty(Blocks(firewall));

        var done = TestLists.Import(firewall, "blocked", dryRun: false, "a", "b", "a");
        Assert.Equal(new ListChangeCounts(2, 0, 1, 1), done.Value.Counts);
        Assert.Equal(Decision.Reject, TestLists.Pay(firewall, "r3", "a").Decision());
        Assert.Equal(Decision.Approve, TestLists.Pay(firewall, "r4", "stolen").Decision());
        firewall.Restart();
        Assert.Equal(["a", "b"], TestLists.Entries(firewall, "blocked").Select(static entry => entry.Value));
    }

    [Fact]
    public void Import_ProcessEndsBeforeItDoes_LeavesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 9, TestLists.Policy);
        firewall.Scheduler.Run(async () =>
        {
            var import = (await TestLists.BeginAsync(firewall, "blocked", dryRun: false)).Value;
            Assert.Null(import.Add(new ListEntry("a")));
            Assert.True((await import.FlushAsync(new ListImportProgress(1, 0))).IsSuccess);
        });
        Assert.Single(Blocks(firewall));

        firewall.Restart();
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        Assert.Empty(Blocks(firewall));
        Assert.Equal(["phone", "stolen"], TestLists.Entries(firewall, "blocked").Select(static entry => entry.Value));
    }

    private static IReadOnlyList<StateKey> Blocks(SimulatedFirewall firewall)
        => firewall.Silo.Services.GetRequiredService<IStateStore>().List(SimulatedFirewall.Tenant, "list-block");
}
