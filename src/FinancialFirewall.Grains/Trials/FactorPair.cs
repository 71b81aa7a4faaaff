using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>How often a factor held.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">How often in what was decided.</param>
/// <param name="After">How often in what would have been decided.</param>
/// <param name="Blocked">Of what would have been blocked, that in which it would have held.</param>
/// <param name="Released">Of what would have been released, that in which it held.</param>
[GenerateSerializer, Immutable, Alias("ff.FactorPair")]
public sealed record FactorPair(
    [property: Id(0)] string Name,
    [property: Id(1)] long Before,
    [property: Id(2)] long After,
    [property: Id(3)] MovedValue Blocked,
    [property: Id(4)] MovedValue Released);
