using FinancialFirewall.Domain.Access;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>Somebody who is to be a user.</summary>
/// <param name="Email">The mail address to sign in with.</param>
/// <param name="Name">What people call the user: 1 to 100 characters.</param>
/// <param name="Roles">What the user may do: one role at the least.</param>
[GenerateSerializer, Immutable, Alias("ff.NewUser")]
public sealed record NewUser([property: Id(0)] string Email, [property: Id(1)] string Name, [property: Id(2)] Roles Roles);
