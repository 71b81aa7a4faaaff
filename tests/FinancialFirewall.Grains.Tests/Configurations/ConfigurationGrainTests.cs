using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Configurations;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tests.Firewalls;
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
        Assert.Equal((Decision.Approve, 4), (firewall.Assess("r5", "A", "61", "paymentType", "CARD").Decision(), firewall.Find("r5")!.PolicyVersion()));
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

        var created = Run(firewall, way => Task.WhenAll(Enumerable.Range(1, 3).Select(number => way.CreateAsync(SimulatedFirewall.Tenant, Limit($"c{number}", number)))));

        Assert.All(created, static one => Assert.True(one.IsSuccess));
        Assert.Equal(4, Run(firewall, way => way.ListAsync(SimulatedFirewall.Tenant)).Select(static one => one.Id).Distinct().Count());
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
