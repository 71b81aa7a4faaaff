using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Tests.Tenants;

public sealed class IsolationTests
{
    private static readonly TenantId Other = new("other");

    [Fact]
    public void Call_ForNoTenantOrAnother_IsRefused()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        Assert.Throws<TenantIsolationException>(() => firewall.Scheduler.Run(() => firewall.GetGrain<ITenantGrain>("acme").GetProfile()));
        Assert.Throws<TenantIsolationException>(() => firewall.Scheduler.Run(() =>
        {
            TenantScope.Enter(Other);
            return firewall.GetGrain<ITenantGrain>("acme").GetProfile();
        }));
    }

    /// <summary>A timer works for the tenant in its grain's key: it needs not say so, and cannot say otherwise.</summary>
    [Theory]
    [InlineData("acme", null, "served")]
    [InlineData("acme", "acme", "served")]
    [InlineData("acme", "other", nameof(TenantIsolationException))]
    [InlineData("other", null, nameof(TenantIsolationException))]
    [InlineData("other", "acme", nameof(TenantIsolationException))]
    [InlineData("other", "other", nameof(TenantIsolationException))]
    public void Call_FromATimer_ReachesItsOwnTenantAlone(string target, string? scope, string outcome)
    {
        var firewall = new SimulatedFirewall(seed: 4, new FirewallSetup
        {
            Policy = TestPolicies.DailyLimit,
            Configure = silo => silo.AddGrainAssembly(typeof(TickingGrain).Assembly),
        });
        firewall.Provision(Other, TestPolicies.DailyLimit);
        InTenant(firewall, grain => grain.CallAtTick(target, scope));
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(2));
        Assert.Equal(outcome, InTenant(firewall, async grain => await grain.GetOutcome()));
    }

    [Fact]
    public void Find_AnotherTenantsReferenceOrId_IsNotFound()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        firewall.Provision(Other, TestPolicies.DailyLimit);
        var record = firewall.Assess("mine", "A", "1").Record;
        var id = IdOf(record);
        Assert.NotNull(firewall.Scheduler.Run(() => firewall.Router.FindAsync(SimulatedFirewall.Tenant, id, default)));
        Assert.Null(firewall.Scheduler.Run(() => firewall.Router.FindAsync(Other, id, default)));
        Assert.Null(firewall.Scheduler.Run(() => firewall.Router.FindByReferenceAsync(Other, "mine", default)));
    }

    [Fact]
    public void Authenticate_OnlyTheTenantsOwnKey_IsAccepted()
    {
        var firewall = new SimulatedFirewall(seed: 3);
        var key = firewall.Provision(SimulatedFirewall.Tenant, TestPolicies.DailyLimit).ApiKey!;
        var tenants = firewall.Silo.Services.GetRequiredService<TenantDirectory>();
        firewall.Restart();
        tenants = firewall.Silo.Services.GetRequiredService<TenantDirectory>();
        Assert.Equal(SimulatedFirewall.Tenant, firewall.Scheduler.Run(() => tenants.AuthenticateAsync(key, default)).Value.Tenant);
        foreach (var wrong in (string[])[key[..^1], key + "x", key.Replace("acme", "other", StringComparison.Ordinal), "", "ff__"])
        {
            Assert.Equal("API_KEY_UNKNOWN", firewall.Scheduler.Run(() => tenants.AuthenticateAsync(wrong, default)).Errors[0].Code);
        }
    }

    private static void InTenant(SimulatedFirewall firewall, Func<ITickingGrain, Task> call) => firewall.Scheduler.Run(() =>
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        return call(firewall.GetGrain<ITickingGrain>("acme"));
    });

    private static T InTenant<T>(SimulatedFirewall firewall, Func<ITickingGrain, Task<T>> call) => firewall.Scheduler.Run(() =>
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        return call(firewall.GetGrain<ITickingGrain>("acme"));
    });

    private static AssessmentId IdOf(ReadOnlyMemory<byte> record)
    {
        var assessment = new AssessmentRecord(record.Span);
        return AssessmentId.Of(SimulatedFirewall.Tenant, assessment.Partition, assessment.Sequence, assessment.AssessedAt);
    }
}
