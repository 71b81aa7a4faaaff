using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>What a policy would have decided about payments, beside what was decided.</summary>
[GenerateSerializer, Immutable, Alias("ff.PolicyReport")]
public sealed record PolicyReport
{
    /// <summary>How many payments were compared.</summary>
    [Id(0)]
    public long Compared { get; init; }

    /// <summary>How many of them it would have decided otherwise.</summary>
    [Id(1)]
    public long Changed { get; init; }

    /// <summary>How many it would have decided alike by another score.</summary>
    [Id(2)]
    public long Rescored { get; init; }

    /// <summary>How many were left out because the person was erased.</summary>
    [Id(3)]
    public long Erased { get; init; }

    /// <summary>When the first payment was assessed that was compared; null for none.</summary>
    [Id(4)]
    public Instant? FirstAssessedAt { get; init; }

    /// <summary>When the last one was; null for none.</summary>
    [Id(5)]
    public Instant? LastAssessedAt { get; init; }

    /// <summary>How often each pair of decisions came, those that stay as they were included.</summary>
    [Id(6)]
    public IReadOnlyList<DecisionPair> Decisions { get; init; } = [];

    /// <summary>What passed, and would not have: from APPROVE to anything else.</summary>
    [Id(7)]
    public MovedValue Blocked { get; init; } = new(0, []);

    /// <summary>What did not pass, and would have: from anything else to APPROVE.</summary>
    [Id(8)]
    public MovedValue Released { get; init; } = new(0, []);

    /// <summary>How often each factor held, by name.</summary>
    [Id(9)]
    public IReadOnlyList<FactorPair> Factors { get; init; } = [];

    /// <summary>How often a factor held that is not counted by name because there are too many.</summary>
    [Id(10)]
    public long OtherFactors { get; init; }

    /// <summary>The latest payments of each change, the newest of each first.</summary>
    [Id(11)]
    public IReadOnlyList<PolicySample> Samples { get; init; } = [];

    /// <summary>
    /// Where the history that windows were filled from begins later than they reach: its beginning. What they say is then too low for the first payments. Null where they were filled whole.
    /// </summary>
    [Id(12)]
    public Instant? WindowsSince { get; init; }

    /// <summary>What it would have done to payments of which it is known what they were; null in a report of a program that did not look.</summary>
    [Id(13)]
    public KnownOutcomes? Known { get; init; }
}
