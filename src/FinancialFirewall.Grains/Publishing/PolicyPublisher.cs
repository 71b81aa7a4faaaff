using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>The way in to a tenant's policy.</summary>
public sealed class PolicyPublisher(IGrainFactory grains)
{
    /// <summary>Publishes a whole policy file.</summary>
    /// <inheritdoc cref="IPolicyGrain.Publish"/>
    public Task<Result<PublishedPolicy>> PublishAsync(TenantId tenant, ReadOnlyMemory<byte> policyFile, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        return grains.GetGrain<IPolicyGrain>(tenant.Name).Publish(new PolicyChange(policyFile));
    }

    /// <summary>The version in force; null before the first.</summary>
    public Task<PublishedPolicy?> GetPublishedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        return grains.GetGrain<IPolicyGrain>(tenant.Name).GetPublished();
    }
}
