using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>For whom an event is: those of one tenant who may do the same are told the same.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Roles">What they may do.</param>
internal sealed record EventAudience(TenantId Tenant, Roles Roles);
