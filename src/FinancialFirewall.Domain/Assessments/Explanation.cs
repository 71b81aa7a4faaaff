using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>An assessment loaded back, with what its policy knows of it: the source of everything that an answer explains.</summary>
internal sealed class Explanation
{
    private readonly EvaluationFrame frame = new();
    private readonly IReadOnlyList<Factor> factors;

    /// <summary>Loads a record.</summary>
    /// <exception cref="ArgumentException"><paramref name="policy"/> is of another version than the record's.</exception>
    public Explanation(AssessmentRecord record, CompiledPolicy policy)
    {
        AnswerWriter.Demand(record, policy);
        Policy = policy;
        Outcome = record.Outcome;
        Replay.Load(record.Header.Record.ToArray(), 0, frame);
        policy.Enter(frame);
        Configuration = Outcome.ConfigurationIndex < 0 ? null : policy.CompiledAt(Outcome.ConfigurationIndex);
        factors = Configuration?.Factors ?? [];
        RiskFactors = [.. HeldFactors()];
        frame.RiskScore = Outcome.Score;
    }

    /// <summary>The policy that decided.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>What was decided.</summary>
    public Outcome Outcome { get; }

    /// <summary>The payment, its aggregates, and the final score.</summary>
    public EvaluationFrame Frame => frame;

    /// <summary>The configuration that decided; nothing where none did.</summary>
    public CompiledConfiguration? Configuration { get; }

    /// <summary>The factors that hold.</summary>
    public IReadOnlyList<RiskFactor> RiskFactors { get; }

    /// <summary>The names of the factors that could not be evaluated, with the values that are to blame.</summary>
    public IEnumerable<string> UnknownFactors()
    {
        for (var place = Outcome.Unknown.NextFrom(0); place >= 0; place = Outcome.Unknown.NextFrom(place + 1))
        {
            var blamed = Observe(factors[place].Condition).Where(static value => value.IsUnknown).Select(static value => value.Name).ToList();
            yield return blamed.Count == 0 ? factors[place].Name : $"{factors[place].Name} ({string.Join(", ", blamed)})";
        }
    }

    /// <summary>The values that a condition saw.</summary>
    public IReadOnlyList<ObservedValue> Observe(Expression condition)
        => [.. ExpressionLeaves.Of(condition).Select(leaf => ObservedValue.Of(leaf, frame, Policy))];

    private IEnumerable<RiskFactor> HeldFactors()
    {
        var places = new List<int>();
        for (var place = Outcome.Held.NextFrom(0); place >= 0; place = Outcome.Held.NextFrom(place + 1))
        {
            places.Add(place);
        }

        Score[] weights = [.. places.Select(place => factors[place].Weight)];
        var shares = new Score[weights.Length];
        var method = Configuration?.Source.Scoring ?? ScoringMethod.Sum;
        ScoreShares.Divide(method, Outcome.Score, weights, shares);
        var soFar = new ScoreAccumulator(method);
        for (var i = 0; i < weights.Length; i++)
        {
            // A rule sees the score of the factors before it.
            frame.RiskScore = soFar.Score;
            yield return new(factors[places[i]].Name, weights[i], shares[i], Observe(factors[places[i]].Condition));
            soFar.Add(weights[i]);
        }
    }
}
