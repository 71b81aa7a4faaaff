using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Turns trees into delegates that allocate nothing when they are called. <see cref="RuleProgram"/> does so for many at once.</summary>
public static class ExpressionCompiler
{
    /// <summary>Compiles one condition. The delegate is safe for use from several threads, each with its own frame.</summary>
    /// <exception cref="ArgumentException"><paramref name="condition"/> is no condition.</exception>
    public static Func<EvaluationFrame, Truth> Compile(Expression condition, CompilationContext context)
    {
        var compiler = new ConditionCompiler(context);
        return LinqExpression.Lambda<Func<EvaluationFrame, Truth>>(compiler.Compile(condition), compiler.Frame).Compile();
    }
}
