using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>Whom a link is for: what the password that comes with it must not have in it.</summary>
/// <param name="Email">The mail address; empty where the link makes a new owner.</param>
/// <param name="Name">What people call the user; empty likewise.</param>
[GenerateSerializer, Immutable, Alias("ff.LinkTarget")]
public sealed record LinkTarget([property: Id(0)] string Email, [property: Id(1)] string Name);
