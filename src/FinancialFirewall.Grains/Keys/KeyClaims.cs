using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A shard's answers, each list in the order of the request.</summary>
/// <param name="Claims">What became of the claims.</param>
/// <param name="Originals">Where the originals are.</param>
[GenerateSerializer, Immutable, Alias("ff.KeyClaims")]
public sealed record KeyClaims([property: Id(0)] IReadOnlyList<ReferenceClaim> Claims, [property: Id(1)] IReadOnlyList<ReferenceClaim> Originals);
