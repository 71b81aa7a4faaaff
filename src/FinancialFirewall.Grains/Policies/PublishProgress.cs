using Orleans;

namespace FinancialFirewall.Grains.Policies;

/// <summary>How far one partition or shard is with preparing a policy version.</summary>
/// <param name="Done">Whether it can switch at once.</param>
/// <param name="Scanned">How many stored payments were read so far to fill new windows.</param>
[GenerateSerializer, Immutable, Alias("ff.PublishProgress")]
public readonly record struct PublishProgress([property: Id(0)] bool Done, [property: Id(1)] long Scanned);
