using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>Everything that was measured.</summary>
public sealed record EvaluationResult
{
    /// <summary>ISO 4217 code of the money figures; empty where nothing was evaluated.</summary>
    public required string BaseCurrency { get; init; }

    /// <summary>Decimals of the money figures.</summary>
    public required int CurrencyExponent { get; init; }

    /// <summary>The policy that decided; empty where nothing was evaluated.</summary>
    public required string PolicyHash { get; init; }

    /// <summary>Payments that were decided and have a label.</summary>
    public required long Evaluated { get; init; }

    /// <summary>Of them, those whose label is fraud.</summary>
    public required long Fraud { get; init; }

    /// <summary>Payments that were decided and have no label; nothing else counts them.</summary>
    public required long Unlabelled { get; init; }

    /// <summary>Evaluated payments whose amount is not known in the base currency; no money figure has them.</summary>
    public required long WithoutAmount { get; init; }

    /// <summary>The reading of "flagged" for scenarios.</summary>
    public required Decision FlaggedFrom { get; init; }

    /// <summary>One for each decision but APPROVE, the mildest first.</summary>
    public required IReadOnlyList<DecisionResult> Decisions { get; init; }

    /// <summary>How well scores rank; null without fraud or without genuine payments.</summary>
    public required Ranking? Ranking { get; init; }

    /// <summary>Kinds of fraud by name.</summary>
    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    /// <summary>Factors that held at least once, the one with the greatest gain first.</summary>
    public required IReadOnlyList<FactorResult> Factors { get; init; }

    /// <summary>The result for the reading of "flagged" that was asked for.</summary>
    public DecisionResult Flagged => Decisions.Single(result => result.From == FlaggedFrom);

    /// <summary>The share of fraud among what was evaluated; 0 for nothing.</summary>
    public double FraudShare => Evaluated == 0 ? 0 : Fraud / (double)Evaluated;
}
