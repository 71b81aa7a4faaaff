using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>Where somebody signs in from.</summary>
/// <param name="Source">The address; empty where there is none.</param>
/// <param name="Agent">What program it is, as that says itself; cut to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("ff.SignInOrigin")]
public sealed record SignInOrigin([property: Id(0)] string Source, [property: Id(1)] string Agent);
