using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// Takes what a configuration's program gives: first the factors, which move the running score on, then the conditions of its criteria. One belongs
/// to each frame.
/// </summary>
internal sealed class RuleRecorder : TruthRecorder
{
    private readonly Truth[] criteria = new Truth[CompiledConfiguration.MaximumCriterionConditions];
    private Score[] weights = [];
    private ScoreAccumulator accumulator;
    private FactorSet held;
    private FactorSet unknown;

    /// <summary>The score of the factors that hold.</summary>
    public Score Score => accumulator.Score;

    /// <summary>The factors that hold.</summary>
    public FactorSet Held => held;

    /// <summary>The factors that could not be evaluated.</summary>
    public FactorSet Unknown => unknown;

    /// <summary>The recorder of a frame, made at its first use.</summary>
    public static RuleRecorder Of(EvaluationFrame frame)
    {
        if (frame.Recorder is RuleRecorder recorder)
        {
            return recorder;
        }

        recorder = new RuleRecorder();
        frame.Recorder = recorder;
        return recorder;
    }

    /// <summary>Forgets the payment before.</summary>
    /// <param name="method">How weights make the score.</param>
    /// <param name="factorWeights">The factors' weights.</param>
    /// <param name="criterionConditions">How many conditions there are after the factors.</param>
    public void Begin(ScoringMethod method, Score[] factorWeights, int criterionConditions)
    {
        if (!ReferenceEquals(weights, factorWeights))
        {
            weights = factorWeights;
        }

        accumulator = new(method);
        held = default;
        unknown = default;
        for (var i = 0; i < criterionConditions; i++)
        {
            criteria[i] = default;
        }
    }

    /// <summary>What the condition at a place after the factors gave.</summary>
    public Truth TruthAt(int index) => criteria[index - weights.Length];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override void Record(EvaluationFrame frame, int index, Truth truth)
    {
        if (index >= weights.Length)
        {
            criteria[index - weights.Length] = truth;
        }
        else if (truth == Truth.True)
        {
            held.Add(index);
            accumulator.Add(weights[index]);
            frame.RiskScore = accumulator.Score;
        }
        else if (truth == Truth.Unknown)
        {
            unknown.Add(index);
        }
    }
}
