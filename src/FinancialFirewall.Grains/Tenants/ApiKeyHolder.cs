using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Who comes with an API key that is good.</summary>
/// <param name="Profile">The tenant that the key belongs to.</param>
/// <param name="KeyId">Which key it is.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="AskAgainAt">Until when this is known without asking again: the key ends, or its use is noted anew.</param>
/// <param name="UserId">The user who holds it; empty for nobody.</param>
[GenerateSerializer, Immutable, Alias("ff.ApiKeyHolder")]
public sealed record ApiKeyHolder(
    [property: Id(0)] TenantProfile Profile, [property: Id(1)] string KeyId, [property: Id(2)] Roles Roles, [property: Id(3)] Instant AskAgainAt, [property: Id(4)] string UserId);
