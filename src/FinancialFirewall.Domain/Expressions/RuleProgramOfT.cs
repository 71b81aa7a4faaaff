namespace FinancialFirewall.Domain.Expressions;

/// <summary>Conditions that are evaluated one after the other by one delegate. Immutable; safe for use from several threads, each with its own frame.</summary>
/// <typeparam name="TRecorder">Takes what they give.</typeparam>
public sealed class RuleProgram<TRecorder>
    where TRecorder : TruthRecorder
{
    private readonly Action<EvaluationFrame, TRecorder> run;

    internal RuleProgram(IReadOnlyList<Expression> conditions, Action<EvaluationFrame, TRecorder> run)
    {
        Conditions = conditions;
        this.run = run;
    }

    /// <summary>The conditions, in order.</summary>
    public IReadOnlyList<Expression> Conditions { get; }

    /// <summary>Evaluates every condition in order and hands on the truth of each that holds or cannot be evaluated. Allocates nothing.</summary>
    public void Run(EvaluationFrame frame, TRecorder recorder) => run(frame, recorder);
}
