using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>A tenant that was created just now.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="ApiKey">Its first key, which is here and nowhere else.</param>
internal sealed record CreatedTenant(TenantProfile Tenant, string ApiKey);
