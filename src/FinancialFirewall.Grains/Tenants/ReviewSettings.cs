using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>How a tenant reviews what waits for a person.</summary>
[GenerateSerializer, Immutable, Alias("ff.ReviewSettings")]
public sealed record ReviewSettings
{
    /// <summary>The longest that something may wait, in minutes: a year.</summary>
    public const int MaximumMinutes = 366 * 24 * 60;

    /// <summary>Whether two different persons have to agree on what closes an assessment.</summary>
    [Id(0)]
    public bool FourEyes { get; init; }

    /// <summary>Within how many minutes level LOW is to be decided.</summary>
    [Id(1)]
    public int LowMinutes { get; init; } = 3 * 24 * 60;

    /// <summary>Within how many minutes level MEDIUM is to be decided.</summary>
    [Id(2)]
    public int MediumMinutes { get; init; } = 24 * 60;

    /// <summary>Within how many minutes level HIGH is to be decided.</summary>
    [Id(3)]
    public int HighMinutes { get; init; } = 4 * 60;

    /// <summary>Within how many minutes level CRITICAL is to be decided.</summary>
    [Id(4)]
    public int CriticalMinutes { get; init; } = 60;

    /// <summary>The settings after a change.</summary>
    public ReviewSettings With(ReviewChange? change) => change is null ? this : new ReviewSettings
    {
        FourEyes = change.FourEyes ?? FourEyes,
        LowMinutes = change.LowMinutes ?? LowMinutes,
        MediumMinutes = change.MediumMinutes ?? MediumMinutes,
        HighMinutes = change.HighMinutes ?? HighMinutes,
        CriticalMinutes = change.CriticalMinutes ?? CriticalMinutes,
    };

    /// <summary>Until when something of a level is to be decided.</summary>
    public Instant DueAt(RiskLevel level, Instant assessedAt) => assessedAt.Plus(TimeSpan.FromMinutes(level switch
    {
        RiskLevel.Critical => CriticalMinutes,
        RiskLevel.High => HighMinutes,
        RiskLevel.Medium => MediumMinutes,
        _ => LowMinutes,
    }));
}
