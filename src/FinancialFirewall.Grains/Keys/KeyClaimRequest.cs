using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The references of one batch that belong to one shard.</summary>
/// <param name="References">What is to be claimed.</param>
/// <param name="Partitions">For each the partition that is to decide it.</param>
/// <param name="TakesOver">
/// Whether claims that have lapsed are granted. Whoever says so has drained the partitions that held them (<c>ITransactionGrain.Drain</c>).
/// </param>
[GenerateSerializer, Immutable, Alias("ff.KeyClaimRequest")]
public sealed record KeyClaimRequest(
    [property: Id(0)] ReferenceKey[] References, [property: Id(1)] byte[] Partitions, [property: Id(2)] bool TakesOver);
