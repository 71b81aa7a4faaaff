using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>A link that was made just now.</summary>
/// <param name="Token">What makes the link good, which is here and nowhere else: only a hash is kept.</param>
/// <param name="ExpiresAt">From when on it is not good any more.</param>
/// <param name="User">Whom it is for.</param>
[GenerateSerializer, Immutable, Alias("ff.IssuedLink")]
public sealed record IssuedLink([property: Id(0)] string Token, [property: Id(1)] Instant ExpiresAt, [property: Id(2)] UserInfo User);
