using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>What may be told about an API key: everything but the key.</summary>
/// <param name="Id">Which key it is: 16 hexadecimal digits.</param>
/// <param name="Prefix">Its beginning, <c>ff_tenant_</c> and eight characters; empty where it was not kept.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Status">Whether it lets somebody in now.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it lets nobody in; null for never.</param>
/// <param name="RevokedAt">When it was ended; null where it was not.</param>
/// <param name="LastUsedAt">When it was last used, at most <see cref="ApiKeyRing.LastUsePrecision"/> too early; null for never.</param>
/// <param name="UserId">The user who holds it; empty for nobody.</param>
[GenerateSerializer, Immutable, Alias("ff.ApiKeyInfo")]
public sealed record ApiKeyInfo(
    [property: Id(0)] string Id,
    [property: Id(1)] string Prefix,
    [property: Id(2)] string Label,
    [property: Id(3)] Roles Roles,
    [property: Id(4)] ApiKeyStatus Status,
    [property: Id(5)] Instant CreatedAt,
    [property: Id(6)] Instant? ExpiresAt,
    [property: Id(7)] Instant? RevokedAt,
    [property: Id(8)] Instant? LastUsedAt,
    [property: Id(9)] string UserId = "");
