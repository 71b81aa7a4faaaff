using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The end of claims.</summary>
/// <param name="Number">The number under which they were granted.</param>
/// <param name="References">The references.</param>
[GenerateSerializer, Immutable, Alias("ff.KeySettlement")]
public sealed record KeySettlement(
    [property: Id(0)] long Number, [property: Id(1)] ReferenceKey[] References);
