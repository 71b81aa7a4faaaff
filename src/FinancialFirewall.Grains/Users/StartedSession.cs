using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>A session that began just now.</summary>
/// <param name="Token">What makes it good, which is here and nowhere else: only a hash is kept.</param>
/// <param name="Session">What may be told about it later.</param>
/// <param name="User">Whose it is.</param>
/// <param name="MustSetUpFactor">Whether the user can do nothing but set up a second factor, which the tenant asks everybody for.</param>
/// <param name="EndsAt">When it ends, however it is used.</param>
[GenerateSerializer, Immutable, Alias("ff.StartedSession")]
public sealed record StartedSession(
    [property: Id(0)] string Token,
    [property: Id(1)] SessionInfo Session,
    [property: Id(2)] UserInfo User,
    [property: Id(3)] bool MustSetUpFactor,
    [property: Id(4)] Instant EndsAt);
