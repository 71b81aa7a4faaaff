using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Scores at which decisions and levels begin. What is null has the default that its summary states.</summary>
public sealed record Thresholds
{
    /// <summary>The reject threshold, unless stated otherwise.</summary>
    public static readonly Score DefaultReject = new(8_000);

    /// <summary>The manual review threshold, unless stated otherwise.</summary>
    public static readonly Score DefaultManualReview = new(5_000);

    /// <summary>The approve threshold, unless stated otherwise.</summary>
    public static readonly Score DefaultApprove = new(3_000);

    /// <summary>The hybrid threshold, unless stated otherwise.</summary>
    public static readonly Score DefaultHybrid = new(3_000);

    /// <summary>From this score on a payment is rejected; 0.8 where null.</summary>
    public Score? RejectThreshold { get; init; }

    /// <summary>From this score on a payment is escalated; never where null.</summary>
    public Score? EscalateThreshold { get; init; }

    /// <summary>From this score on a payment is held; never where null.</summary>
    public Score? HoldThreshold { get; init; }

    /// <summary>From this score on a person decides; 0.5 where null.</summary>
    public Score? ManualReviewThreshold { get; init; }

    /// <summary>Up to this score, itself included, a payment is approved; 0.3 where null.</summary>
    public Score? ApproveThreshold { get; init; }

    /// <summary>The rules' score from which on HYBRID waits for the engine; 0.3 where null.</summary>
    public Score? HybridThreshold { get; init; }

    /// <summary>Where the levels begin; the defaults where null.</summary>
    public LevelThresholds? Levels { get; init; }

    /// <summary>How the rules' score and the engine's become one; the higher of both where null.</summary>
    public ScoreCombination? Combine { get; init; }

    /// <summary>How the factors make the score; null where not given here.</summary>
    public ScoringMethod? Scoring { get; init; }
}
