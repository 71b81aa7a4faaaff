using System.Collections.Concurrent;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// The policy version that each tenant's partitions decided by last, as far as this process has heard: by it the next batch is observed, without asking
/// the store. Where it is not the one in force any more, the partition says so.
/// </summary>
internal sealed class LatestPolicies(PolicyCatalog catalog)
{
    private readonly ConcurrentDictionary<TenantId, CompiledPolicy> latest = new();

    /// <summary>The version heard of last, or else the one in force.</summary>
    public ValueTask<CompiledPolicy> GetAsync(TenantId tenant)
        => latest.TryGetValue(tenant, out var policy) ? new(policy) : TakeAsync(tenant, catalog.GetCurrentAsync(tenant));

    /// <summary>The version that a partition has just named.</summary>
    public ValueTask<CompiledPolicy> GetAsync(TenantId tenant, int version)
        => latest.TryGetValue(tenant, out var policy) && policy.Version == version ? new(policy) : TakeAsync(tenant, catalog.GetAsync(tenant, version));

    private async ValueTask<CompiledPolicy> TakeAsync(TenantId tenant, ValueTask<CompiledPolicy> asked)
    {
        var policy = await asked;
        latest.AddOrUpdate(tenant, policy, (_, known) => known.Version > policy.Version ? known : policy);
        return policy;
    }
}
