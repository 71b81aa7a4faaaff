using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>What one partition asks one shard for one batch.</summary>
/// <param name="Partition">Who asks.</param>
/// <param name="Claims">References to be claimed.</param>
/// <param name="Originals">References to be looked for.</param>
[GenerateSerializer, Immutable, Alias("ff.KeyClaimRequest")]
public sealed record KeyClaimRequest(
    [property: Id(0)] int Partition, [property: Id(1)] IReadOnlyList<ReferenceKey> Claims, [property: Id(2)] IReadOnlyList<ReferenceKey> Originals);
