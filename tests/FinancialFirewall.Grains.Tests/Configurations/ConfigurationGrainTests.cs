using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Configurations;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Tests.Lists;
using FinancialFirewall.Grains.Toggles;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Configurations;

public sealed class ConfigurationGrainTests
{
    [Fact]
    public void Create_AndReplaceAndDelete_EachHoldsForTheVeryNextPayment()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(100));
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "50", "paymentType", "CARD").Decision());

        var created = Create(firewall, Limit("cards", 10)).Value;
        Assert.Equal(Decision.Reject, firewall.Assess("r2", "A", "50", "paymentType", "CARD").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("r3", "A", "50").Decision());

        var changed = Run(firewall, way => way.ReplaceAsync(SimulatedFirewall.Tenant, created.Id, new SentConfiguration(Limit("cards", 60), RiskConfigurationDocument.TagOf(created)))).Value;
        Assert.Equal((created.Id, created.CreatedAt), (changed.Id, changed.CreatedAt));
        Assert.Equal(Decision.Approve, firewall.Assess("r4", "A", "50", "paymentType", "CARD").Decision());

        Assert.True(Run(firewall, way => way.DeleteAsync(SimulatedFirewall.Tenant, created.Id, tag: null)).IsSuccess);
        Assert.Equal((Decision.Approve, 4), (firewall.Assess("r5", "A", "61", "paymentType", "CARD").Decision(), firewall.Find("r5")!.Value.PolicyVersion()));
        Assert.Equal(["limit"], Run(firewall, way => way.ListAsync(SimulatedFirewall.Tenant)).Select(static one => one.ConfigurationName));
    }

    [Fact]
    public void Create_ExpressionOverAListThatIsNot_NamesThePlaceInWhatWasSentAndChangesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100));

        var refused = Create(firewall, Read("""{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"country in @missing","weight":0.1}]}}"""));

        var error = Assert.Single(refused.Errors);
        Assert.Equal(("EXPRESSION_INVALID", "/riskRules/customRules/0/expression"), (error.Code, error.Member));
        Assert.StartsWith("Line 1, column 12: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, firewall.Assess("r1", "A", "1").PolicyVersion());
    }

    [Fact]
    public void Replace_SomebodyElseChangedIt_IsRefusedAndLosesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.AmountLimit(100));
        var first = Create(firewall, Limit("cards", 10)).Value;
        var seen = RiskConfigurationDocument.TagOf(first);
        Assert.True(Run(firewall, way => way.ReplaceAsync(SimulatedFirewall.Tenant, first.Id, new SentConfiguration(Limit("cards", 20), seen))).IsSuccess);

        var late = Run(firewall, way => way.ReplaceAsync(SimulatedFirewall.Tenant, first.Id, new SentConfiguration(Limit("cards", 30), seen)));
        var gone = Run(firewall, way => way.DeleteAsync(SimulatedFirewall.Tenant, first.Id, seen));
        var unknown = Run(firewall, way => way.DeleteAsync(SimulatedFirewall.Tenant, Guid.Empty, seen));

        Assert.Equal(
            ("CONFIGURATION_CHANGED", "CONFIGURATION_CHANGED", "CONFIGURATION_UNKNOWN"), (late.Errors[0].Code, gone.Errors[0].Code, unknown.Errors[0].Code));
        Assert.Equal("amount > 20", Run(firewall, way => way.ListAsync(SimulatedFirewall.Tenant))[1].RiskRules!.CustomRules![0].Expression);
    }

    [Fact]
    public void Create_ThreeAtOnce_AllAreKeptUnderIdsOfTheirOwn()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.AmountLimit(100));

        var creating = Enumerable.Range(1, 3).Select(number => firewall.Scheduler.Start(
            () => firewall.Silo.Services.GetRequiredService<TenantConfigurations>().CreateAsync(SimulatedFirewall.Tenant, Limit($"c{number}", number)))).ToList();

        Assert.All(creating, one => Assert.True(firewall.Scheduler.Run(() => one).IsSuccess));
        Assert.Equal(4, Run(firewall, way => way.ListAsync(SimulatedFirewall.Tenant)).Select(static one => one.Id).Distinct().Count());
    }

    [Fact]
    public void Change_ConfigurationToggleAndListAtOnce_AllThreeHold()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestLists.Policy);
        var services = firewall.Silo.Services;
        var creating = firewall.Scheduler.Start(() => services.GetRequiredService<TenantConfigurations>().CreateAsync(SimulatedFirewall.Tenant, Limit("cards", 10)));
        var toggling = firewall.Scheduler.Start(() => services.GetRequiredService<TenantToggles>().SetAsync(
            SimulatedFirewall.Tenant, new ToggleCommand(new ToggleContext("GIRO", null, null), IsEnabled: false, "drill", null)));
        var listing = firewall.Scheduler.Start(() => TestLists.AddAsync(firewall, "blocked", "phone"));

        Assert.True(firewall.Scheduler.Run(() => creating).IsSuccess);
        Assert.True(firewall.Scheduler.Run(() => toggling).IsSuccess);
        Assert.True(firewall.Scheduler.Run(() => listing).IsSuccess);
        Assert.Equal(Decision.Reject, firewall.Assess("r1", "A", "50", "paymentType", "CARD").Decision());
        Assert.Equal((Decision.Reject, 4), (TestLists.Pay(firewall, "r2", "phone").Decision(), firewall.Find("r2")!.Value.PolicyVersion()));
        Assert.Equal(Decision.Approve, firewall.Assess("r3", "A", "50", "paymentType", "GIRO").Decision());
    }

    [Fact]
    public void Restore_ListWasFilledAndAnotherDeletedSince_LeavesTheOneAndBringsBackTheOther()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestLists.Policy);
        Assert.True(TestLists.Add(firewall, "watched", "tablet").IsSuccess);
        Assert.True(firewall.Publish("""{"baseCurrency":"EUR","lists":{"blocked":{"kind":"BLOCK","member":"deviceId"}}}""").IsSuccess);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        Assert.Equal(Decision.ManualReview, TestLists.Pay(firewall, "r1", "tablet").Decision());

        var restored = Versions(firewall, versions => versions.RestoreAsync(SimulatedFirewall.Tenant, 2, "", expected: 0));

        Assert.Equal(5, restored.Value.Version);
        Assert.Equal(
            (Decision.Reject, Decision.Reject, Decision.Reject, Decision.Approve),
            (TestLists.Pay(firewall, "r2", "tablet").Decision(), TestLists.Pay(firewall, "r3", "phone").Decision(), TestLists.Pay(firewall, "r4", "stolen").Decision(), TestLists.Pay(firewall, "r5", "other").Decision()));
        var difference = Assert.Single(Versions(firewall, versions => versions.CompareAsync(SimulatedFirewall.Tenant, 2, 5)).Value);
        Assert.Equal(("blocked", "/content"), (difference.Name, Assert.Single(difference.Members).Pointer));
    }

    [Fact]
    public void Replace_WholeFileThatLeavesAList_KeepsWhatWasPutIntoItMeanwhile()
    {
        var firewall = new SimulatedFirewall(seed: 9, TestLists.Policy);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        var file = Encoding.UTF8.GetBytes("""{"baseCurrency":"EUR","lists":{"blocked":{"kind":"BLOCK","member":"deviceId"}}}""");

        Assert.Equal("POLICY_VERSION_CONFLICT", Versions(firewall, versions => versions.ReplaceAsync(SimulatedFirewall.Tenant, file, "", expected: 1)).Errors[0].Code);
        Assert.Equal(3, Versions(firewall, versions => versions.ReplaceAsync(SimulatedFirewall.Tenant, file, "simpler", expected: 2)).Value.Version);

        Assert.Equal(["phone", "stolen"], TestLists.Entries(firewall, "blocked").Select(static entry => entry.Value));
        Assert.Equal("simpler", Versions(firewall, versions => versions.FindAsync(SimulatedFirewall.Tenant, 3)).Value.Comment);
    }

    [Fact]
    public void Check_FileThatNamesContentsNobodyHas_SaysSoAndWhatIsInForceIsSound()
    {
        var firewall = new SimulatedFirewall(seed: 10, TestLists.Policy);
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        var inForce = PolicyDocumentWriter.Write(Versions(firewall, versions => versions.ReadAsync(SimulatedFirewall.Tenant, 2)).Value);
        var unknown = Encoding.UTF8.GetBytes($$$"""{"baseCurrency":"EUR","lists":{"blocked":{"kind":"BLOCK","member":"deviceId","content":"{{{new string('0', 64)}}}"} } }""");

        Assert.True(Check(inForce).IsValid);
        Assert.Equal("LIST_CONTENT_UNKNOWN", Assert.Single(Check(unknown).Errors).Code);

        PolicyFindings Check(byte[] file) => firewall.Scheduler.Run(() => firewall.Silo.Services.GetRequiredService<PolicyCheck>().CheckAsync(SimulatedFirewall.Tenant, file));
    }

    [Fact]
    public void Versions_AfterChanges_SayWhoDidWhatAndInWhatTheyDiffer()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.AmountLimit(100));
        var created = Run(firewall, way =>
        {
            AuditScope.Enter(AuditActor.Key("ann", "acme", "10.0.0.7"));
            return way.CreateAsync(SimulatedFirewall.Tenant, Limit("cards", 10));
        }).Value;
        var restored = Versions(firewall, versions =>
        {
            AuditScope.Enter(AuditActor.Key("bob", "acme", "10.0.0.8"));
            return versions.RestoreAsync(SimulatedFirewall.Tenant, 1, "too many false alarms", expected: 2);
        });

        Assert.Equal(3, restored.Value.Version);
        var found = Versions(firewall, versions => versions.ListAsync(SimulatedFirewall.Tenant, before: int.MaxValue, size: 10));
        Assert.Equal(
            [(3, "KEY bob", "POLICY_RESTORED", 1, true), (2, "KEY ann", "CONFIGURATION_CREATED", 0, false), (1, "SYSTEM ", "POLICY_PUBLISHED", 0, false)],
            found.Select(static one => (one.Number, $"{one.Author.Kind} {one.Author.Id}", one.Action, one.RestoredVersion, one.IsInForce)));
        Assert.Equal(("too many false alarms", $"configuration/{created.Id:D}"), (found[0].Comment, found[1].Target));
        Assert.Equal([2, 1], Versions(firewall, versions => versions.ListAsync(SimulatedFirewall.Tenant, before: 3, size: 2)).Select(static one => one.Number));
        var difference = Assert.Single(Versions(firewall, versions => versions.CompareAsync(SimulatedFirewall.Tenant, 1, 2)).Value);
        Assert.Equal(("cards", "Added"), (difference.Name, difference.Kind.ToString()));
        Assert.Empty(Versions(firewall, versions => versions.CompareAsync(SimulatedFirewall.Tenant, 1, 3)).Value);
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "50", "paymentType", "CARD").Decision());
        Assert.Equal("POLICY_VERSION_UNKNOWN", Versions(firewall, versions => versions.FindAsync(SimulatedFirewall.Tenant, 4)).Errors[0].Code);
        Assert.Equal("POLICY_VERSION_CONFLICT", Versions(firewall, versions => versions.RestoreAsync(SimulatedFirewall.Tenant, 2, "", expected: 2)).Errors[0].Code);
    }

    [Fact]
    public void Publish_LargerThanAVersionCanBe_IsRefused()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.AmountLimit(100));
        var entries = string.Join(',', Enumerable.Range(0, 120_000).Select(static number => $$"""{"value":"ACCOUNT-{{number:D12}}"}"""));

        var refused = firewall.Publish($$"""{"baseCurrency":"EUR","lists":{"many":{"kind":"WATCH","entries":[{{entries}}]} } }""");

        Assert.Equal((ErrorKind.TooLarge, "POLICY_TOO_LARGE"), (refused.Errors[0].Kind, refused.Errors[0].Code));
        Assert.Equal(1, firewall.Assess("r1", "A", "1").PolicyVersion());
    }

    private static RiskConfiguration Limit(string name, int limit) => Read($$"""
        {"configurationName":"{{name}}","paymentType":"CARD","riskRules":{"customRules":[{"name":"over","expression":"amount > {{limit}}","weight":0.9}]},
         "thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3} }
        """);

    private static RiskConfiguration Read(string json) => ConfigurationBody.Read(Encoding.UTF8.GetBytes(json)).Value;

    private static Result<RiskConfiguration> Create(SimulatedFirewall firewall, RiskConfiguration one) => Run(firewall, way => way.CreateAsync(SimulatedFirewall.Tenant, one));

    private static T Run<T>(SimulatedFirewall firewall, Func<TenantConfigurations, Task<T>> work)
        => firewall.Scheduler.Run(() => work(firewall.Silo.Services.GetRequiredService<TenantConfigurations>()));

    private static T Versions<T>(SimulatedFirewall firewall, Func<PolicyVersions, Task<T>> work)
        => firewall.Scheduler.Run(() => work(firewall.Silo.Services.GetRequiredService<PolicyVersions>()));
}
