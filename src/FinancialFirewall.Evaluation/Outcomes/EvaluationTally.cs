using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Labels;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>Holds decisions against labels, one payment after the other; its memory does not grow with them.</summary>
/// <param name="flaggedFrom">The least severe decision that counts as flagged; not APPROVE.</param>
public sealed class EvaluationTally(Decision flaggedFrom)
{
    private static readonly Decision[] Readings = [Decision.ManualReview, Decision.Hold, Decision.Escalate, Decision.Reject];

    private readonly ScoreHistogram scores = new();
    private readonly ConfusionMatrix[] payments = new ConfusionMatrix[Readings.Length];
    private readonly ConfusionMatrix[] money = new ConfusionMatrix[Readings.Length];
    private readonly SortedDictionary<string, (long Payments, long Flagged)> scenarios = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactorTally> factors = new(StringComparer.Ordinal);
    private CompiledPolicy? decidedBy;
    private long unlabelled;
    private long withoutAmount;

    /// <summary>Counts a payment that was decided.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="policy">What decided.</param>
    /// <param name="label">Whether it is fraud; null where nobody says.</param>
    public void Add(in AssessmentRecord record, CompiledPolicy policy, Label? label)
    {
        decidedBy = policy;
        if (label is null)
        {
            unlabelled++;
            return;
        }

        var outcome = record.Outcome;
        scores.Add(outcome.Score, label.IsFraud);
        CountDecision(record, label.IsFraud);
        CountScenario(outcome.Decision, label);
        CountFactors(outcome, policy, label.IsFraud);
    }

    /// <summary>What was measured so far.</summary>
    public EvaluationResult Result()
    {
        var ranking = Ranking.Of(scores);
        return new EvaluationResult
        {
            BaseCurrency = decidedBy?.BaseCurrency.Code ?? "",
            CurrencyExponent = decidedBy?.BaseCurrency.Exponent ?? 0,
            PolicyHash = decidedBy?.Hash ?? "",
            Evaluated = scores.Fraud + scores.Genuine,
            Fraud = scores.Fraud,
            Unlabelled = unlabelled,
            WithoutAmount = withoutAmount,
            FlaggedFrom = flaggedFrom,
            Decisions = [.. Readings.Select((from, place) => new DecisionResult(from, payments[place], money[place]))],
            Ranking = ranking,
            Scenarios = [.. scenarios.Select(static scenario => new ScenarioResult(scenario.Key, scenario.Value.Payments, scenario.Value.Flagged))],
            Factors = [.. factors.Values.Select(factor => factor.Result(scores, ranking)).OrderByDescending(static factor => factor.AveragePrecisionGain).ThenBy(static factor => factor.Name, StringComparer.Ordinal)],
        };
    }

    private static Score Without(int place, in FactorSet held, IReadOnlyList<Domain.Rules.Factor> table, ScoringMethod method)
    {
        var accumulator = new ScoreAccumulator(method);
        for (var other = held.NextFrom(0); other >= 0; other = held.NextFrom(other + 1))
        {
            if (other != place)
            {
                accumulator.Add(table[other].Weight);
            }
        }

        return accumulator.Score;
    }

    private void CountDecision(in AssessmentRecord record, bool isFraud)
    {
        var hasAmount = record.Facts.HasFlag(AssessmentFacts.HasBaseAmount);
        withoutAmount += hasAmount ? 0 : 1;
        for (var place = 0; place < Readings.Length; place++)
        {
            var isFlagged = record.Decision >= Readings[place];
            payments[place] = payments[place].Plus(isFraud, isFlagged, 1);
            money[place] = hasAmount ? money[place].Plus(isFraud, isFlagged, record.BaseAmountMinor) : money[place];
        }
    }

    private void CountScenario(Decision decision, Label label)
    {
        if (label.IsFraud)
        {
            var (count, flagged) = scenarios.GetValueOrDefault(label.Scenario);
            scenarios[label.Scenario] = (count + 1, flagged + (decision >= flaggedFrom ? 1 : 0));
        }
    }

    private void CountFactors(in Outcome outcome, CompiledPolicy policy, bool isFraud)
    {
        if (outcome.ConfigurationIndex < 0)
        {
            return;
        }

        var table = policy.FactorsAt(outcome.ConfigurationIndex);
        var method = policy.ConfigurationAt(outcome.ConfigurationIndex).Scoring;
        var held = outcome.Held;
        for (var place = held.NextFrom(0); place >= 0; place = held.NextFrom(place + 1))
        {
            if (!factors.TryGetValue(table[place].Name, out var tally))
            {
                factors.Add(table[place].Name, tally = new FactorTally(table[place].Name));
            }

            tally.Add(isFraud, held.Count == 1, outcome.Score, Without(place, held, table, method));
        }
    }
}
