using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A payment that would have been decided otherwise: which one, and nothing about a person.</summary>
/// <param name="Assessment">The id of its assessment.</param>
/// <param name="AssessedAt">When it was assessed.</param>
/// <param name="Amount">Its amount, as it was sent.</param>
/// <param name="Currency">Its currency, an ISO 4217 code.</param>
[GenerateSerializer, Immutable, Alias("ff.PolicySample")]
public sealed record PolicySample([property: Id(0)] Guid Assessment, [property: Id(1)] Instant AssessedAt, [property: Id(2)] decimal Amount, [property: Id(3)] string Currency)
{
    /// <summary>What was decided.</summary>
    [Id(4)]
    public Decision Before { get; init; }

    /// <summary>By which score.</summary>
    [Id(5)]
    public Score ScoreBefore { get; init; }

    /// <summary>What would have been decided.</summary>
    [Id(6)]
    public Decision After { get; init; }

    /// <summary>By which score.</summary>
    [Id(7)]
    public Score ScoreAfter { get; init; }

    /// <summary>The factors that held, and would not have.</summary>
    [Id(8)]
    public IReadOnlyList<string> FactorsGone { get; init; } = [];

    /// <summary>The factors that did not hold, and would have.</summary>
    [Id(9)]
    public IReadOnlyList<string> FactorsAdded { get; init; } = [];
}
