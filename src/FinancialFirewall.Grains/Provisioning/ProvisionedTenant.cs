using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Provisioning;

/// <summary>A tenant that is ready to assess payments.</summary>
/// <param name="Caller">The tenant, as who the process itself can call.</param>
/// <param name="ApiKey">Its first API key, when it was created just now; null when it existed.</param>
public sealed record ProvisionedTenant(Caller Caller, string? ApiKey);
