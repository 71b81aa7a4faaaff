using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Policies;

/// <summary>Each compilation reads its version from the disk once, so that the disk's operations tell how many there were.</summary>
public sealed class PolicyCatalogTests
{
    private static readonly TenantId Tenant = SimulatedFirewall.Tenant;

    [Fact]
    public void Get_OneVersionByManyAtOnce_CompilesItOnce()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (firewall, catalog) = Create(seed, versions: 3);
            var alone = ReadsOfOne(firewall, catalog);
            CompiledPolicy[] got = [];
            var together = Reads(firewall, async () => got = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LaterAsync(catalog, 3))));
            Assert.Equal((seed, alone), (seed, together));
            Assert.Same(Assert.Single(got.Distinct()), firewall.Scheduler.Run(() => catalog.GetAsync(Tenant, 3).AsTask()));
        }
    }

    [Fact]
    public void Get_MoreVersionsThanItHolds_ForgetsTheOldestAndCompilesItAgain()
    {
        var (firewall, catalog) = Create(seed: 1, versions: PolicyCatalog.MaximumCompiled + 1);
        for (var version = 1; version <= PolicyCatalog.MaximumCompiled + 1; version++)
        {
            Assert.True(Reads(firewall, () => catalog.GetAsync(Tenant, version).AsTask()) > 0);
        }

        for (var version = 2; version <= PolicyCatalog.MaximumCompiled + 1; version++)
        {
            Assert.Equal((version, 0), (version, Reads(firewall, () => catalog.GetAsync(Tenant, version).AsTask())));
        }

        Assert.True(Reads(firewall, () => catalog.GetAsync(Tenant, 1).AsTask()) > 0);
        Assert.True(Reads(firewall, () => catalog.GetAsync(Tenant, 2).AsTask()) > 0);
        Assert.Equal(0, Reads(firewall, () => catalog.GetAsync(Tenant, 1).AsTask()));
    }

    [Fact]
    public void Get_DiskFailsForAWhile_FailsForAllWhoWaitAndCompilesOnceWhenItIsBack()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var (firewall, catalog) = Create(seed, versions: 3);
            var alone = ReadsOfOne(firewall, catalog);
            firewall.Disk.FailsReads = true;
            var failures = 0;
            var reads = Reads(firewall, () => Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                while (await TryAsync(catalog) is null)
                {
                    failures++;
                    firewall.Disk.FailsReads = false;
                }
            })));
            Assert.InRange(failures, 1, 8);
            Assert.Equal((seed, 2 * alone), (seed, reads));
        }
    }

    [Fact]
    public void Get_NoSuchVersion_Throws()
    {
        var (firewall, catalog) = Create(seed: 1, versions: 1);
        var problem = Assert.Throws<InvalidOperationException>(() => firewall.Scheduler.Run(() => catalog.GetAsync(Tenant, 2).AsTask()));
        Assert.Equal("Tenant 'acme' has no policy version 2.", problem.Message);
    }

    private static async Task<CompiledPolicy> LaterAsync(PolicyCatalog catalog, int version)
    {
        await Task.Yield();
        return await catalog.GetAsync(Tenant, version);
    }

    private static async Task<CompiledPolicy?> TryAsync(PolicyCatalog catalog)
    {
        await Task.Yield();
        try
        {
            return await catalog.GetAsync(Tenant, 3);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What one compilation reads, once the file is open.</summary>
    private static int ReadsOfOne(SimulatedFirewall firewall, PolicyCatalog catalog)
    {
        firewall.Scheduler.Run(() => catalog.GetAsync(Tenant, 1).AsTask());
        return Reads(firewall, () => catalog.GetAsync(Tenant, 2).AsTask());
    }

    private static int Reads(SimulatedFirewall firewall, Func<Task> work)
    {
        var before = firewall.Disk.Operations;
        firewall.Scheduler.Run(work);
        return firewall.Disk.Operations - before;
    }

    private static (SimulatedFirewall Firewall, PolicyCatalog Catalog) Create(int seed, int versions)
    {
        var firewall = new SimulatedFirewall(seed);
        var store = firewall.Silo.Services.GetRequiredService<PolicyStore>();
        firewall.Scheduler.Run(async () =>
        {
            for (var version = 1; version <= versions; version++)
            {
                var stored = new StoredPolicy(version, Encoding.UTF8.GetBytes(TestPolicies.AmountLimit(version)), 0, 0);
                await store.AcceptAsync(Tenant, stored, new StoredVersion { Version = version }, new PolicyPointer(0, 0), new AuditNote("TEST", "test"));
            }
        });
        return (firewall, new PolicyCatalog(store, firewall.Silo.Services.GetRequiredService<ListContents>()));
    }
}
