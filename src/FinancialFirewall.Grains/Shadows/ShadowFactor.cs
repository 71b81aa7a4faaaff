using Orleans;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>How often a factor held.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Live">How often in what was decided.</param>
/// <param name="Shadow">How often in what the draft would have decided.</param>
[GenerateSerializer, Immutable, Alias("ff.ShadowFactor")]
public sealed record ShadowFactor([property: Id(0)] string Name, [property: Id(1)] long Live, [property: Id(2)] long Shadow);
