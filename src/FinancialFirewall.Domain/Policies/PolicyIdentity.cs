using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Which policy of which tenant.</summary>
/// <param name="Version">The policy's number in its tenant, from 1.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="TenantSince">Since when the tenant exists.</param>
/// <param name="Hash">What it decides by, as 64 hexadecimal digits.</param>
internal sealed record PolicyIdentity(int Version, TenantId Tenant, Instant TenantSince, string Hash);
