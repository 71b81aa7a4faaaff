using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// An assessment loaded back, with what its policy knows of it: the source of everything that an answer explains. Its memory is used again by the next one of the same thread,
/// so nothing of it may be used after it is disposed of.
/// </summary>
internal sealed class Explanation : IDisposable
{
    private readonly ExplanationMemory memory = ExplanationMemory.Take();
    private readonly EvaluationFrame frame;
    private readonly IReadOnlyList<Factor> factors;

    /// <summary>Loads a record.</summary>
    /// <exception cref="ArgumentException"><paramref name="policy"/> is of another version than the record's.</exception>
    public Explanation(AssessmentRecord record, CompiledPolicy policy)
    {
        AnswerWriter.Demand(record, policy);
        Policy = policy;
        Outcome = record.Outcome;
        frame = memory.Frame;
        Replay.Load(memory.Keep(record.Header.Record), 0, frame);
        policy.Enter(frame);
        Configuration = Outcome.ConfigurationIndex < 0 ? null : policy.CompiledAt(Outcome.ConfigurationIndex);
        factors = Configuration?.Factors ?? [];
        RiskFactors = HeldFactors();
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
    public IReadOnlyList<ObservedValue> Observe(Expression condition) => Observe(NamedLeaf.AllOf(condition));

    /// <inheritdoc/>
    public void Dispose() => memory.GiveBack();

    private ObservedValue[] Observe(NamedLeaf[] leaves) => Array.ConvertAll(leaves, leaf => ObservedValue.Of(leaf, frame, Policy));

    private RiskFactor[] HeldFactors()
    {
        var held = new RiskFactor[Outcome.Held.Count];
        if (held.Length == 0)
        {
            return held;
        }

        Span<Score> weights = stackalloc Score[held.Length];
        Span<Score> shares = stackalloc Score[held.Length];
        var place = -1;
        for (var i = 0; i < held.Length; i++)
        {
            place = Outcome.Held.NextFrom(place + 1);
            weights[i] = factors[place].Weight;
        }

        var method = Configuration!.Source.Scoring;
        ScoreShares.Divide(method, Outcome.Score, weights, shares);
        var soFar = new ScoreAccumulator(method);
        place = -1;
        for (var i = 0; i < held.Length; i++)
        {
            // A rule sees the score of the factors before it.
            place = Outcome.Held.NextFrom(place + 1);
            frame.RiskScore = soFar.Score;
            held[i] = new(factors[place].Name, weights[i], shares[i], Observe(Configuration.LeavesOf(place)));
            soFar.Add(weights[i]);
        }

        return held;
    }
}
