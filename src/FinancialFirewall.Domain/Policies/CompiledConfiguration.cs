using System.Text;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>A configuration with its rules and criteria as one delegate. Immutable and thread-safe.</summary>
internal sealed class CompiledConfiguration(
    RiskConfiguration source, IReadOnlyList<Factor> factors, IReadOnlyList<CompiledCriterion> criteria, RuleProgram<RuleRecorder> program)
{
    /// <summary>Five criteria with an amount and a conjunction each.</summary>
    public const int MaximumCriterionConditions = 10;

    private readonly Score[] weights = [.. factors.Select(static factor => factor.Weight)];
    private readonly ThresholdScale thresholds = ThresholdScale.Of(source.Thresholds);
    private readonly Score hybridThreshold = source.Thresholds?.HybridThreshold ?? Configurations.Thresholds.DefaultHybrid;
    private readonly EngineUse engine = EngineOf(source);
    private readonly NamedLeaf[]?[] leaves = new NamedLeaf[factors.Count][];

    /// <summary>The configuration.</summary>
    public RiskConfiguration Source { get; } = source;

    /// <summary>Its factors, in the table's order.</summary>
    public IReadOnlyList<Factor> Factors { get; } = factors;

    /// <summary>The factors' names as JSON strings with their quotation marks.</summary>
    public byte[][] FactorNames { get; } = [.. factors.Select(static factor => QuotedName(factor.Name))];

    /// <summary>The bytes of all of them, with a comma each.</summary>
    public int FactorNamesLength { get; } = factors.Sum(static factor => QuotedName(factor.Name).Length + 1);

    /// <summary>What an answer shows of the factor at a place, once it holds; worked out when it is first asked for.</summary>
    public NamedLeaf[] LeavesOf(int place) => leaves[place] ??= NamedLeaf.AllOf(Factors[place].Condition);

    /// <summary>Its criteria, the most severe first; none where the thresholds decide.</summary>
    public IReadOnlyList<CompiledCriterion> Criteria { get; } = criteria;

    /// <summary>The conditions of factors and criteria, by their place in the program.</summary>
    public IReadOnlyList<Expression> Conditions => program.Conditions;

    /// <summary>What decides where there are no criteria.</summary>
    public ThresholdScale Thresholds => thresholds;

    /// <summary>From which score on there is which level.</summary>
    public LevelScale Levels { get; } = LevelsOf(source.Thresholds?.Levels);

    /// <summary>From which score on a HYBRID configuration waits for the engine.</summary>
    public Score HybridThreshold => hybridThreshold;

    /// <summary>Evaluates rules and criteria.</summary>
    public void Run(EvaluationFrame frame, RuleRecorder recorder)
    {
        recorder.Begin(Source.Scoring, weights, program.Conditions.Count - weights.Length);
        frame.RiskScore = default;
        program.Run(frame, recorder);
    }

    /// <summary>Finds the step that decides, by the criteria or else by the thresholds.</summary>
    /// <param name="recorder">What rules and criteria gave.</param>
    /// <param name="outcome">Takes the step, its parts, and whether a criterion could not be evaluated.</param>
    public void Judge(RuleRecorder recorder, ref Outcome outcome)
    {
        if (Criteria.Count == 0)
        {
            outcome.Step = thresholds.StepOf(recorder.Score);
            return;
        }

        outcome.Step = DecisionStep.NoCriterion;
        for (var i = 0; i < Criteria.Count; i++)
        {
            var truth = Criteria[i].Test(recorder.Score, recorder, out var parts);
            if (truth == Truth.Unknown)
            {
                outcome.Flags |= OutcomeFlags.CriterionUnknown;
            }
            else if (truth == Truth.True)
            {
                outcome.Step = Criteria[i].Step;
                outcome.Parts = parts;
                return;
            }
        }
    }

    /// <summary>What the engine would have to say before, or after, the answer.</summary>
    public OutcomeFlags EngineFlags(Score score) => engine switch
    {
        EngineUse.Always => OutcomeFlags.EngineMissing,
        EngineUse.FromScore when score >= hybridThreshold => OutcomeFlags.EngineMissing,
        EngineUse.Later => OutcomeFlags.EngineDeferred,
        _ => OutcomeFlags.None,
    };

    private static byte[] QuotedName(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var quoted = new byte[JsonText.MaximumLength(utf8.Length)];
        return quoted[..JsonText.Write(utf8, quoted)];
    }

    private static LevelScale LevelsOf(LevelThresholds? levels) => new(
        levels?.Critical ?? LevelScale.Default.Critical, levels?.High ?? LevelScale.Default.High, levels?.Medium ?? LevelScale.Default.Medium);

    private static EngineUse EngineOf(RiskConfiguration source)
        => source.BankFraudApiConfig is not { IsEnabled: true } ? EngineUse.None : source.RiskAssessmentType switch
        {
            RiskAssessmentType.RealTime => EngineUse.Always,
            RiskAssessmentType.Hybrid => EngineUse.FromScore,
            RiskAssessmentType.Batch => EngineUse.Later,
            _ => EngineUse.None,
        };
}
