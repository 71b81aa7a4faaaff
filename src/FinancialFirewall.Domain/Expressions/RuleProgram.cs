using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Compiles conditions that are evaluated one after the other.</summary>
public static class RuleProgram
{
    /// <summary>Compiles conditions into one delegate.</summary>
    /// <typeparam name="TRecorder">Takes what they give; sealed, so that its code becomes part of the delegate's.</typeparam>
    /// <exception cref="ArgumentException">One of them is no condition.</exception>
    public static RuleProgram<TRecorder> Compile<TRecorder>(IEnumerable<Expression> conditions, CompilationContext context)
        where TRecorder : TruthRecorder
    {
        var items = new EquatableList<Expression>(conditions);
        var compiler = new ConditionCompiler(context);
        var recorder = LinqExpression.Parameter(typeof(TRecorder), "recorder");
        var truth = LinqExpression.Variable(typeof(Truth), "truth");
        var record = typeof(TRecorder).GetMethod(nameof(TruthRecorder.Record), [typeof(EvaluationFrame), typeof(int), typeof(Truth)])!;
        var steps = items.Select((condition, index) => (LinqExpression)LinqExpression.Block(
            LinqExpression.Assign(truth, compiler.Compile(condition)),
            LinqExpression.IfThen(
                Emit.Differ(truth, Truth.False),
                LinqExpression.Call(recorder, record, compiler.Frame, LinqExpression.Constant(index), truth))));
        var body = LinqExpression.Block(typeof(void), [truth], steps.Append(LinqExpression.Empty()));
        return new(items, LinqExpression.Lambda<Action<EvaluationFrame, TRecorder>>(body, compiler.Frame, recorder).Compile());
    }
}
