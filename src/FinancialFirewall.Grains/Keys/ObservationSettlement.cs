using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>The end of observations.</summary>
/// <param name="Payments">The references of the payments that were observed.</param>
/// <param name="Partitions">For each the partition that it was observed for.</param>
/// <param name="Undecided">For each whether it is not known to be on disk, and may come again.</param>
[GenerateSerializer, Immutable, Alias("ff.ObservationSettlement")]
public sealed record ObservationSettlement(
    [property: Id(0)] IReadOnlyList<ReferenceKey> Payments, [property: Id(1)] IReadOnlyList<byte> Partitions, [property: Id(2)] IReadOnlyList<bool> Undecided);
