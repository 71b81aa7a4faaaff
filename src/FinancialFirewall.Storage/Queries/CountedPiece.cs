using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>What was counted of a piece of time: assessments as they were first decided.</summary>
public sealed class CountedPiece
{
    private readonly SortedDictionary<Decision, long> decisions = [];
    private readonly SortedDictionary<RiskLevel, long> levels = [];
    private readonly Dictionary<FactorPlace, long> factors = [];

    internal CountedPiece(Instant start) => Start = start;

    /// <summary>When it begins.</summary>
    public Instant Start { get; }

    /// <summary>How many assessments there are.</summary>
    public long Assessments { get; private set; }

    /// <summary>How many have each decision; those that none has are not there.</summary>
    public IReadOnlyDictionary<Decision, long> Decisions => decisions;

    /// <summary>How many have each level.</summary>
    public IReadOnlyDictionary<RiskLevel, long> Levels => levels;

    /// <summary>How often each factor held, of each configuration and policy version.</summary>
    public IReadOnlyDictionary<FactorPlace, long> Factors => factors;

    internal void Add(in RecordProfile profile, long count)
    {
        if (profile.Kind != RecordKind.Assessment)
        {
            return;
        }

        Assessments += count;
        decisions[profile.Decision] = decisions.GetValueOrDefault(profile.Decision) + count;
        levels[profile.Level] = levels.GetValueOrDefault(profile.Level) + count;
        for (var place = profile.Factors.NextFrom(0); place >= 0; place = profile.Factors.NextFrom(place + 1))
        {
            var factor = new FactorPlace(profile.PolicyVersion, profile.Configuration, (byte)place);
            factors[factor] = factors.GetValueOrDefault(factor) + count;
        }
    }
}
