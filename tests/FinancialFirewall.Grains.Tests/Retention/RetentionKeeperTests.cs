using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Retention;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Retention;

public sealed class RetentionKeeperTests
{
    [Fact]
    public void RemoveAsync_OldPayments_AreGoneAndTheirReferencesAreFree()
    {
        var firewall = WithPaymentsOf2016(seed: 1);
        firewall.Assess("new", "A", "20");
        var keeper = KeeperOf(firewall);
        var found = firewall.Scheduler.Run(() => keeper.FindAsync(SimulatedFirewall.Tenant, firewall.Now, default));
        Assert.Equal([(7, 2L)], found.Select(tenant => (tenant.Years, tenant.Records)));
        Assert.NotNull(firewall.Find("old-a"));

        var removed = firewall.Scheduler.Run(() => keeper.RemoveAsync(tenant: null, firewall.Now, default));
        Assert.Equal((2, 2, firewall.Now), (removed.Single().Records, keeper.Counters.Records, keeper.Counters.LastRun));
        Assert.Null(firewall.Find("old-a"));
        Assert.False(firewall.Assess("old-a", "A", "10").IsDuplicate);
        Assert.True(firewall.Assess("new", "A", "20").IsDuplicate);
    }

    [Fact]
    public void Restart_AllOfAPartitionIsRemovedAndThereIsNoSnapshot_GoesOnBehindIt()
    {
        var firewall = WithPaymentsOf2016(seed: 2);
        firewall.Scheduler.Run(() => KeeperOf(firewall).RemoveAsync(SimulatedFirewall.Tenant, firewall.Now, default));
        firewall.Restart();
        Assert.False(firewall.Assess("later", "B", "10").IsDuplicate);
        firewall.Restart();
        Assert.True(firewall.Assess("later", "B", "10").IsDuplicate);
        Assert.Null(firewall.Find("old-b"));
    }

    [Fact]
    public void FindAsync_TenantKeepsTenYears_LeavesMore()
    {
        var firewall = WithPaymentsOf2016(seed: 3);
        var asOf = Instant.From(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Single(Found().Segments);
        Assert.Equal(10, firewall.Scheduler.Run(() => GrainOf(firewall).Configure(new TenantSettings(RetentionYears: 10))).Value.RetentionYears);
        Assert.Empty(Found().Segments);
        Assert.Equal(Instant.From(new DateTimeOffset(2015, 6, 1, 0, 0, 0, TimeSpan.Zero)), Found().Before);
        firewall.Restart();
        Assert.Equal(10, Found().Years);

        TenantRetention Found() => firewall.Scheduler.Run(() => KeeperOf(firewall).FindAsync(SimulatedFirewall.Tenant, asOf, default)).Single();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(11)]
    public void SetRetention_OutOfBounds_IsRefused(int years)
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DailyLimit);
        var error = new Error(ErrorKind.Invalid, "RETENTION_INVALID", "retentionYears", $"{years}", $"Records are kept for 5 to 10 years, not {years}.");
        Assert.Equal([error], firewall.Scheduler.Run(() => GrainOf(firewall).Configure(new TenantSettings(RetentionYears: years))).Errors);
    }

    [Fact]
    public void YearsBefore_LeapDay_IsTheLastDayOfFebruary()
        => Assert.Equal("2021-02-28T12:00:00Z", RetentionKeeper.YearsBefore(Instant.From(new DateTimeOffset(2028, 2, 29, 12, 0, 0, TimeSpan.Zero)), 7).ToString());

    private static SimulatedFirewall WithPaymentsOf2016(int seed)
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        firewall.Scheduler.Run(() => firewall.AssessPastAsync(
            SimulatedFirewall.Payment("old-a", "A", "10", "initiatedAt", "2016-05-01T10:00:00Z"),
            SimulatedFirewall.Payment("old-b", "B", "10", "initiatedAt", "2016-05-02T10:00:00Z")));
        firewall.Restart();
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(10));
        return firewall;
    }

    private static RetentionKeeper KeeperOf(SimulatedFirewall firewall) => firewall.Silo.Services.GetRequiredService<RetentionKeeper>();

    private static ITenantGrain GrainOf(SimulatedFirewall firewall)
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        return firewall.GetGrain<ITenantGrain>(SimulatedFirewall.Tenant.Name);
    }
}
