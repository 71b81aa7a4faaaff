using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>A tenant, and the key by which its clients are known.</summary>
internal sealed record SimulatedTenant(TenantId Id, string ApiKey);
