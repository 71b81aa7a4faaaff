using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>Who comes with a session that is good.</summary>
/// <param name="Profile">The tenant that the user belongs to.</param>
/// <param name="User">The user.</param>
/// <param name="Session">The session.</param>
/// <param name="MustSetUpFactor">Whether the user can do nothing but set up a second factor.</param>
[GenerateSerializer, Immutable, Alias("ff.SessionHolder")]
public sealed record SessionHolder(
    [property: Id(0)] TenantProfile Profile, [property: Id(1)] UserInfo User, [property: Id(2)] SessionInfo Session, [property: Id(3)] bool MustSetUpFactor);
