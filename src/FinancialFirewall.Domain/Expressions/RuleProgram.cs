using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Conditions that are evaluated one after the other by one delegate. Immutable; safe for use from several threads, each with its own frame.</summary>
public sealed class RuleProgram
{
    private readonly Action<EvaluationFrame, TruthRecorder> run;

    private RuleProgram(IReadOnlyList<Expression> conditions, Action<EvaluationFrame, TruthRecorder> run)
    {
        Conditions = conditions;
        this.run = run;
    }

    /// <summary>The conditions, in order.</summary>
    public IReadOnlyList<Expression> Conditions { get; }

    /// <summary>Compiles conditions into one delegate.</summary>
    /// <exception cref="ArgumentException">One of them is no condition.</exception>
    public static RuleProgram Compile(IEnumerable<Expression> conditions, CompilationContext context)
    {
        var items = new EquatableList<Expression>(conditions);
        var compiler = new ConditionCompiler(context);
        var recorder = LinqExpression.Parameter(typeof(TruthRecorder), "recorder");
        var steps = items.Select((condition, index) => (LinqExpression)LinqExpression.Call(
            recorder, nameof(TruthRecorder.Record), typeArguments: null, compiler.Frame, LinqExpression.Constant(index), compiler.Compile(condition)));
        var body = LinqExpression.Block(typeof(void), steps.Append(LinqExpression.Empty()));
        var program = LinqExpression.Lambda<Action<EvaluationFrame, TruthRecorder>>(body, compiler.Frame, recorder).Compile();
        return new(items, program);
    }

    /// <summary>Evaluates every condition in order and hands each truth on. Allocates nothing.</summary>
    public void Run(EvaluationFrame frame, TruthRecorder recorder) => run(frame, recorder);
}
