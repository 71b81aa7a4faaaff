using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>An API key as somebody wants it.</summary>
/// <param name="Label">What it is for, for people; 1 to 100 characters.</param>
/// <param name="Roles">What it may do; one role at the least.</param>
/// <param name="ExpiresAt">From when on it lets nobody in; null for never.</param>
/// <param name="UserId">The user who holds it; empty for nobody.</param>
[GenerateSerializer, Immutable, Alias("ff.ApiKeyRequest")]
public sealed record ApiKeyRequest([property: Id(0)] string Label, [property: Id(1)] Roles Roles, [property: Id(2)] Instant? ExpiresAt = null, [property: Id(3)] string UserId = "");
