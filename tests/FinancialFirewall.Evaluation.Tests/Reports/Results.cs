using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Evaluation.Rankings;
using FinancialFirewall.Evaluation.Tests.Rankings;

namespace FinancialFirewall.Evaluation.Tests.Reports;

/// <summary>A small evaluation.</summary>
internal static class Results
{
    /// <summary>Four payments, two of them fraud; one of each kind is flagged.</summary>
    public static EvaluationResult Small { get; } = new()
    {
        BaseCurrency = "EUR",
        CurrencyExponent = 2,
        PolicyHash = "abc",
        Evaluated = 4,
        Fraud = 2,
        Unlabelled = 7,
        WithoutAmount = 1,
        FlaggedFrom = Decision.Hold,
        Decisions =
        [
            new(Decision.ManualReview, new() { FraudFlagged = 2, GenuineFlagged = 2 }, new() { FraudFlagged = 300_00 }),
            new(Decision.Hold, new() { FraudFlagged = 1, FraudPassed = 1, GenuineFlagged = 1, GenuinePassed = 1 }, new() { FraudFlagged = 1_234_56, FraudPassed = 1_00, GenuineFlagged = 50_00, GenuinePassed = 150_00 }),
            new(Decision.Escalate, default, default),
            new(Decision.Reject, default, default),
        ],
        Ranking = Ranking.Of(Scores.Of((9_000, true), (7_000, false), (5_000, true), (1_000, false))),
        Scenarios = [new("", 1, 0), new("<CYCLE>", 1, 1)],
        Factors = [new("highAmount", 1, 1, 0, 1, 1.0, 0.25), new("worse", 0, 1, 0, 0, 0.0, -0.125)],
    };

    /// <summary>No payments at all.</summary>
    public static EvaluationResult Empty { get; } = new EvaluationTally(Decision.ManualReview).Result();
}
