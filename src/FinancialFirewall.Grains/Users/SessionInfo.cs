using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>What may be told about a session: nothing secret.</summary>
/// <param name="Id">Which one: 16 hexadecimal digits.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last used, to the minute.</param>
/// <param name="ExpiresAt">Until when it is good unless it is used.</param>
/// <param name="Source">The address that it was last used from.</param>
/// <param name="Agent">What program it began with, as that says itself.</param>
[GenerateSerializer, Immutable, Alias("ff.SessionInfo")]
public sealed record SessionInfo(
    [property: Id(0)] string Id,
    [property: Id(1)] Instant CreatedAt,
    [property: Id(2)] Instant LastSeenAt,
    [property: Id(3)] Instant ExpiresAt,
    [property: Id(4)] string Source,
    [property: Id(5)] string Agent);
