using FinancialFirewall.Domain.Access;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>What is to change about a user; null leaves a member as it is.</summary>
/// <param name="Name">What people call the user: 1 to 100 characters.</param>
/// <param name="Roles">What the user may do: one role at the least.</param>
[GenerateSerializer, Immutable, Alias("ff.UserChange")]
public sealed record UserChange([property: Id(0)] string? Name = null, [property: Id(1)] Roles? Roles = null);
