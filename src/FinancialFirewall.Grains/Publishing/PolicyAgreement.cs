using Orleans;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>What every partition and shard of a tenant said when it was asked for its policy version.</summary>
/// <param name="Version">The version in force; 0 before the first.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="Behind">How many did not have the version in force, and have it now.</param>
[GenerateSerializer, Immutable, Alias("ff.PolicyAgreement")]
public sealed record PolicyAgreement([property: Id(0)] int Version, [property: Id(1)] int Asked, [property: Id(2)] int Behind);
