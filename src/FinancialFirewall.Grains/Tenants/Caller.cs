using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Who is calling, once a key was accepted.</summary>
/// <param name="Tenant">The tenant that the key belongs to.</param>
/// <param name="Cards">The tenant's tokens for card numbers.</param>
public sealed record Caller(TenantId Tenant, CardTokenizer Cards)
{
    /// <summary>What the caller may do.</summary>
    public Roles Roles { get; init; }

    /// <summary>Whether the tenant works.</summary>
    public TenantStatus Status { get; init; } = TenantStatus.Active;

    /// <summary>Which key it is; empty for the process itself.</summary>
    public string KeyId { get; init; } = "";
}
