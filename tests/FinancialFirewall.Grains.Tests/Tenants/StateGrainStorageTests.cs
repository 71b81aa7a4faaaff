using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace FinancialFirewall.Grains.Tests.Tenants;

public sealed class StateGrainStorageTests
{
    [Fact]
    public void WriteState_BySomebodyWhoReadBeforeAnothersWrite_Throws()
    {
        var firewall = new SimulatedFirewall(seed: 1);
        var storage = new StateGrainStorage(firewall.Storage.States, firewall.Silo.Services.GetRequiredService<AuditLog>());
        var grain = GrainId.Create("some", "acme");
        var (first, second) = (new GrainState<TenantState>(new TenantState()), new GrainState<TenantState>(new TenantState()));
        firewall.Scheduler.Run(async () =>
        {
            await storage.ReadStateAsync("x", grain, first);
            await storage.ReadStateAsync("x", grain, second);
            Assert.False(first.RecordExists);
            first.State = new TenantState { SinceMicroseconds = 7 };
            await storage.WriteStateAsync("x", grain, first);
            await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("x", grain, second));

            await storage.ReadStateAsync("x", grain, second);
            Assert.Equal((true, first.ETag, 7L), (second.RecordExists, second.ETag, second.State.SinceMicroseconds));
            await storage.ClearStateAsync("x", grain, second);
            Assert.Equal((false, null, 0L), (second.RecordExists, second.ETag, second.State.SinceMicroseconds));
            await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("x", grain, first));
        });
    }

    [Fact]
    public void WriteState_UnderAKeyWithoutATenant_Throws()
    {
        var firewall = new SimulatedFirewall(seed: 2);
        var storage = new StateGrainStorage(firewall.Storage.States, firewall.Silo.Services.GetRequiredService<AuditLog>());
        Assert.Throws<InvalidOperationException>(() => firewall.Scheduler.Run(
            () => storage.WriteStateAsync("x", GrainId.Create("some", "Not A Tenant"), new GrainState<TenantState>(new TenantState()))));
    }
}
