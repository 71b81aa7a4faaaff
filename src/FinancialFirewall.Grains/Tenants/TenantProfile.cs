using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>What the rest of the firewall needs to know of a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Since">When it was created: no account can have been seen before.</param>
/// <param name="CardKey">The secret that turns card numbers into tokens, 32 bytes.</param>
/// <param name="RetentionYears">How many years its records are kept, <see cref="TenantGrain.MinimumRetentionYears"/> to <see cref="TenantGrain.MaximumRetentionYears"/>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Status">Whether it works.</param>
/// <param name="StatusReason">Why its status is what it is; empty where nothing was said.</param>
/// <param name="StatusSince">Since when that is so.</param>
/// <param name="MaximumApiKeys">The most API keys that may be good at once.</param>
/// <param name="IsSecondFactorRequired">Whether everybody who signs in needs a second factor.</param>
/// <param name="RequiresApproval">Whether a change of the policy takes a second person's approval.</param>
/// <param name="Reviews">How it reviews what waits for a person.</param>
[GenerateSerializer, Immutable, Alias("ff.TenantProfile")]
public sealed record TenantProfile(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] Instant Since,
    [property: Id(2)] ReadOnlyMemory<byte> CardKey,
    [property: Id(3)] int RetentionYears,
    [property: Id(4)] string Name,
    [property: Id(5)] TenantStatus Status,
    [property: Id(6)] string StatusReason,
    [property: Id(7)] Instant StatusSince,
    [property: Id(8)] int MaximumApiKeys,
    [property: Id(9)] bool IsSecondFactorRequired,
    [property: Id(10)] bool RequiresApproval,
    [property: Id(11)] ReviewSettings Reviews);
