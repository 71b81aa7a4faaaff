using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Which policy is tried: one of the four, or none of them.</summary>
[GenerateSerializer, Immutable, Alias("ff.PolicyChoice")]
public sealed record PolicyChoice
{
    /// <summary>The most configurations of <see cref="Configurations"/>.</summary>
    public const int MaximumConfigurations = 100;

    /// <summary>A draft.</summary>
    [Id(0)]
    public Guid? Draft { get; init; }

    /// <summary>The number of a version.</summary>
    [Id(1)]
    public int? Version { get; init; }

    /// <summary>A whole policy file, UTF-8 JSON; masks stand for the secrets that are in force.</summary>
    [Id(2)]
    public ReadOnlyMemory<byte>? File { get; init; }

    /// <summary>
    /// Configurations, a UTF-8 JSON object each: one whose <c>id</c> is in the version in force replaces it there, every other one is added.
    /// </summary>
    [Id(3)]
    public IReadOnlyList<ReadOnlyMemory<byte>>? Configurations { get; init; }

    /// <summary>How many of the four are stated.</summary>
    public int Count => (Draft is null ? 0 : 1) + (Version is null ? 0 : 1) + (File is null ? 0 : 1) + (Configurations is null ? 0 : 1);
}
