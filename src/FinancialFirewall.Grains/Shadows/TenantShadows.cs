using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>The way in to drafts that run beside policies.</summary>
public sealed class TenantShadows(IGrainFactory grains)
{
    /// <inheritdoc cref="IShadowGrain.Start"/>
    public Task<Result<ShadowReport>> StartAsync(TenantId tenant, Guid draft) => Of(tenant).Start(draft);

    /// <inheritdoc cref="IShadowGrain.Find"/>
    public Task<Result<ShadowReport>> FindAsync(TenantId tenant, Guid draft) => Of(tenant).Find(draft);

    /// <inheritdoc cref="IShadowGrain.End"/>
    public Task<Result<ShadowReport>> EndAsync(TenantId tenant, Guid draft) => Of(tenant).End(draft);

    private IShadowGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IShadowGrain>(tenant.Name);
    }
}
