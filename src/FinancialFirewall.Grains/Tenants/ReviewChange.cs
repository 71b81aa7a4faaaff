using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>What is to change about how a tenant reviews; null leaves a member as it is.</summary>
/// <param name="FourEyes">Whether two different persons have to agree on what closes an assessment.</param>
/// <param name="LowMinutes">Within how many minutes level LOW is to be decided, 1 to <see cref="ReviewSettings.MaximumMinutes"/>.</param>
/// <param name="MediumMinutes">The same for MEDIUM.</param>
/// <param name="HighMinutes">The same for HIGH.</param>
/// <param name="CriticalMinutes">The same for CRITICAL.</param>
[GenerateSerializer, Immutable, Alias("ff.ReviewChange")]
public sealed record ReviewChange(
    [property: Id(0)] bool? FourEyes = null,
    [property: Id(1)] int? LowMinutes = null,
    [property: Id(2)] int? MediumMinutes = null,
    [property: Id(3)] int? HighMinutes = null,
    [property: Id(4)] int? CriticalMinutes = null);
