using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Who is calling, once a key or a session was accepted.</summary>
/// <param name="Tenant">The tenant that the caller belongs to.</param>
/// <param name="Cards">The tenant's tokens for card numbers.</param>
public sealed record Caller(TenantId Tenant, CardTokenizer Cards)
{
    /// <summary>What the caller may do.</summary>
    public Roles Roles { get; init; }

    /// <summary>Whether the tenant works.</summary>
    public TenantStatus Status { get; init; } = TenantStatus.Active;

    /// <summary>Which key it is; empty for people, and for the process itself.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>Who it is, where somebody is signed in; empty otherwise.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The user who holds the key; empty where nobody does, and for who is signed in.</summary>
    public string HolderId { get; init; } = "";

    /// <summary>Which session it is, where somebody is signed in; empty otherwise.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>Whether the caller can do nothing but set up a second factor, which the tenant asks everybody for.</summary>
    public bool MustSetUpFactor { get; init; }
}
