using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>What a password is held against.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="PasswordHash">The hash; empty where there is no password.</param>
[GenerateSerializer, Immutable, Alias("ff.UserCredentials")]
public sealed record UserCredentials([property: Id(0)] string UserId, [property: Id(1)] string PasswordHash);
