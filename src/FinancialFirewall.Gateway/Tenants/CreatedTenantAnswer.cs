namespace FinancialFirewall.Gateway.Tenants;

/// <summary>A tenant that was created just now, and its first key: the only answer that has it.</summary>
internal sealed record CreatedTenantAnswer(TenantAnswer Tenant, string ApiKey);
