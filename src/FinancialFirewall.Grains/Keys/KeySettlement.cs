using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The end of claims of one partition.</summary>
/// <param name="Partition">Whose claims they were.</param>
/// <param name="References">The references.</param>
/// <param name="Sequences">For each the sequence under which it is on disk now; 0 for one that was not decided and is free again.</param>
[GenerateSerializer, Immutable, Alias("ff.KeySettlement")]
public sealed record KeySettlement(
    [property: Id(0)] int Partition, [property: Id(1)] IReadOnlyList<ReferenceKey> References, [property: Id(2)] IReadOnlyList<long> Sequences);
