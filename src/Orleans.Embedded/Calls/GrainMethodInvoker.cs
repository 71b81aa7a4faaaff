using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>Calls a method of a grain without reflection. What that takes is compiled at the first call, once in a process, however many silos it has.</summary>
internal static class GrainMethodInvoker
{
    private static readonly ConditionalWeakTable<MethodInfo, Func<object, object?[], Task>> Compiled = [];

    /// <summary>Takes the target and the arguments, and gives the task that the method returned.</summary>
    public static Func<object, object?[], Task> Of(MethodInfo method) => Compiled.GetValue(method, Compile);

    private static Func<object, object?[], Task> Compile(MethodInfo method)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var given = method.GetParameters().Select((parameter, index)
            => (Expression)Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));
        Expression call = Expression.Call(Expression.Convert(target, method.DeclaringType!), method, given);
        if (method.ReturnType == typeof(void))
        {
            call = Expression.Block(call, Expression.Constant(Task.CompletedTask));
        }
        else if (method.ReturnType.IsValueType)
        {
            call = Expression.Call(call, nameof(ValueTask.AsTask), null);
        }

        return Expression.Lambda<Func<object, object?[], Task>>(Expression.Convert(call, typeof(Task)), target, arguments).Compile();
    }
}
