using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The end of claims.</summary>
/// <param name="Number">The number under which they were granted.</param>
/// <param name="References">The references.</param>
/// <param name="Undecided">For each whether it was not decided, and is free again; null when all are on disk.</param>
[GenerateSerializer, Immutable, Alias("ff.KeySettlement")]
public sealed record KeySettlement(
    [property: Id(0)] long Number, [property: Id(1)] IReadOnlyList<ReferenceKey> References, [property: Id(2)] IReadOnlyList<bool>? Undecided);
