using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The payments of one batch that one shard counts.</summary>
/// <param name="PolicyVersion">The policy version whose keyed windows the contributions are for.</param>
/// <param name="Observations">The payments and keys.</param>
[GenerateSerializer, Immutable, Alias("ff.KeyObservations")]
public sealed record KeyObservations([property: Id(0)] int PolicyVersion, [property: Id(1)] IReadOnlyList<KeyObservation> Observations);
