using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>A list of assessments that is asked for under a name of its own: what is fixed in it, which is then no filter any more.</summary>
/// <param name="Decisions">The decisions in it; empty for all.</param>
/// <param name="Levels">The levels in it; empty for all.</param>
internal sealed record AssessmentView(IReadOnlyList<Decision> Decisions, IReadOnlyList<RiskLevel> Levels)
{
    /// <summary>Whether it has only what waits for a person still.</summary>
    public bool IsOpenAlone { get; private init; }

    /// <summary>All assessments.</summary>
    public static AssessmentView All { get; } = new([], []);

    /// <summary>What waits for a person.</summary>
    public static AssessmentView PendingReview { get; } = new([Decision.ManualReview, Decision.Hold, Decision.Escalate], []) { IsOpenAlone = true };

    /// <summary>Level HIGH and above.</summary>
    public static AssessmentView HighRisk { get; } = new([], [RiskLevel.High, RiskLevel.Critical]);

    /// <summary>Level CRITICAL.</summary>
    public static AssessmentView CriticalRisk { get; } = new([], [RiskLevel.Critical]);
}
