using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>What a draft would have decided since it runs beside the policy in force.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Tag">The state of it that is run.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StartedAt">When it was started.</param>
[GenerateSerializer, Immutable, Alias("ff.ShadowReport")]
public sealed record ShadowReport([property: Id(0)] Guid Draft, [property: Id(1)] string Tag, [property: Id(2)] ShadowStatus Status, [property: Id(3)] Instant StartedAt)
{
    /// <summary>How many payments were compared.</summary>
    [Id(4)]
    public long Compared { get; init; }

    /// <summary>How many of them it would have decided otherwise.</summary>
    [Id(5)]
    public long Different { get; init; }

    /// <summary>How often each pair of decisions came.</summary>
    [Id(6)]
    public IReadOnlyList<ShadowPair> Pairs { get; init; } = [];

    /// <summary>How often each factor held, by name.</summary>
    [Id(7)]
    public IReadOnlyList<ShadowFactor> Factors { get; init; } = [];

    /// <summary>How often a factor held that is not counted by name because there are too many.</summary>
    [Id(8)]
    public long OtherFactors { get; init; }

    /// <summary>The latest payments that it would have decided otherwise, the newest first.</summary>
    [Id(9)]
    public IReadOnlyList<ShadowSample> Samples { get; init; } = [];

    /// <summary>How many records it has not looked at yet.</summary>
    [Id(10)]
    public long Behind { get; init; }
}
