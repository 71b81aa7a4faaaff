using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Policies;

public sealed class PolicyErrorTests
{
    private static readonly ReadOnlyMemory<byte> File = Encoding.UTF8.GetBytes(TestPolicies.AmountLimit(7));

    [Fact]
    public void Publish_FromAnotherVersionThanTheOneInForce_IsAConflictAndChangesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        var error = new Error(
            ErrorKind.Conflict,
            "POLICY_VERSION_CONFLICT",
            "expectedVersion",
            "2",
            "The change was made from policy version 2, and version 1 is in force: read it and apply the change to it.");
        Assert.Equal([error], Publish(firewall, SimulatedFirewall.Tenant, new PolicyChange(File, ExpectedVersion: 2)).Errors);
        Assert.Equal(1, firewall.Assess("r", "A", "1").PolicyVersion());
        Assert.Equal(2, Publish(firewall, SimulatedFirewall.Tenant, new PolicyChange(File, ExpectedVersion: 1)).Value.Version);
    }

    [Fact]
    public void Publish_NoSuchTenant_IsNotFound()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        var error = new Error(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", "ghost", "There is no tenant 'ghost'.");
        Assert.Equal([error], Publish(firewall, new TenantId("ghost"), new PolicyChange(File)).Errors);
        Assert.Null(firewall.Scheduler.Run(() => firewall.Policies.GetPublishedAsync(new TenantId("ghost"), default)));
    }

    [Fact]
    public void Publish_DiskHangs_IsPendingAndHoldsOnceTheDiskIsBack()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.AmountLimit(100));
        var publish = firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.AmountLimit(1000)));

        // The pointer to the pending version is on disk; what comes after waits.
        var flushes = firewall.Disk.Flushes;
        firewall.Scheduler.RunUntil(() => firewall.Disk.Flushes == flushes + 2);
        firewall.Disk.HoldFlushes();
        var message = "Policy version 2 is accepted and being published: until it is in force either version may decide. Ask again for the version in force.";
        var pending = new Error(ErrorKind.Pending, "PUBLISH_PENDING", "", "2", message);
        Assert.Equal([pending], firewall.RunToEnd(publish).Errors);

        // Somebody else's being pending is not this one's: it was not begun, and says so.
        Assert.Equal("POLICY_BUSY", Assert.Single(firewall.Publish(TestPolicies.AmountLimit(5)).Errors).Code);
        Assert.Equal(1, firewall.Scheduler.Run(() => firewall.Policies.GetPublishedAsync(SimulatedFirewall.Tenant, default))!.Version);

        firewall.Disk.ReleaseFlushes();
        firewall.Scheduler.RunUntilIdle();
        Assert.Equal(2, firewall.Assess("r", "A", "500").PolicyVersion());
    }

    private static Result<PublishedPolicy> Publish(SimulatedFirewall firewall, TenantId tenant, PolicyChange change) => firewall.Scheduler.Run(() =>
    {
        TenantScope.Enter(tenant);
        return firewall.GetGrain<IPolicyGrain>(tenant.Name).Publish(change);
    });
}
