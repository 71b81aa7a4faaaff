using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;

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

    private static AssessmentId IdOf(ReadOnlyMemory<byte> record)
    {
        var assessment = new AssessmentRecord(record.Span);
        return AssessmentId.Of(SimulatedFirewall.Tenant, assessment.Partition, assessment.Sequence, assessment.AssessedAt);
    }
}
