using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>What one partition lets one shard count for one batch.</summary>
/// <param name="Partition">Who asks.</param>
/// <param name="PolicyVersion">The policy version whose keyed windows the contributions are for.</param>
/// <param name="Observations">The payments and keys.</param>
[GenerateSerializer, Immutable, Alias("ff.KeyObservations")]
public sealed record KeyObservations(
    [property: Id(0)] int Partition, [property: Id(1)] int PolicyVersion, [property: Id(2)] IReadOnlyList<KeyObservation> Observations);
