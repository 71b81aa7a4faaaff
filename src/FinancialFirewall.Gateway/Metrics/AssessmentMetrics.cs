using System.Collections.Concurrent;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>What the gateway counts, by tenant.</summary>
internal sealed class AssessmentMetrics
{
    private readonly ConcurrentDictionary<TenantId, TenantMetrics> tenants = new();

    /// <summary>The tenants that called since the process started, by name.</summary>
    public IEnumerable<KeyValuePair<TenantId, TenantMetrics>> Tenants => tenants.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal);

    /// <summary>The counters of a tenant whose key was accepted.</summary>
    public TenantMetrics Of(TenantId tenant) => tenants.GetOrAdd(tenant, static _ => new TenantMetrics());
}
