using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Finds criteria and thresholds of a configuration that can never decide.</summary>
internal static class DecisionChecks
{
    /// <summary>The warnings of a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="pointer">Where it stands in its document.</param>
    public static IEnumerable<PolicyWarning> Check(ReadConfiguration configuration, string pointer)
    {
        var highest = HighestScore(configuration);
        return CriterionChecks.Check(configuration, highest, JsonPointer.Member(pointer, "decisionCriteria"))
            .Concat(ThresholdChecks.Check(configuration, highest, JsonPointer.Member(pointer, "thresholds")));
    }

    /// <summary>No payment scores higher; with a bank's engine, whose score may be taken over, that is 1.</summary>
    private static Score HighestScore(ReadConfiguration configuration)
    {
        if (configuration.Source is { BankFraudApiConfig.IsEnabled: true, RiskAssessmentType: not RiskAssessmentType.Custom })
        {
            return new(Score.One);
        }

        var accumulator = new ScoreAccumulator(configuration.Source.Scoring);
        foreach (var factor in configuration.Factors)
        {
            accumulator.Add(factor.Weight);
        }

        return accumulator.Score;
    }
}
