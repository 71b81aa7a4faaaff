using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A shard's answer to a request for claims.</summary>
/// <param name="Number">The number of the claims that were granted, by which they are settled.</param>
/// <param name="Claims">What became of each reference, in the order of the request; null when all were granted.</param>
[GenerateSerializer, Immutable, Alias("ff.KeyClaims")]
public sealed record KeyClaims([property: Id(0)] long Number, [property: Id(1)] ReferenceClaim[]? Claims);
