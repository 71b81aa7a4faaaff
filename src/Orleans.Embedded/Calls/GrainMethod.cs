using System.Linq.Expressions;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface: what it allows, and how it is called without reflection.</summary>
internal abstract class GrainMethod
{
    private readonly Func<object, object?[], Task> invoke;

    protected GrainMethod(GrainInterface grainInterface, MethodInfo method, SiloMessagingOptions options)
    {
        Interface = grainInterface;
        InterfaceMethod = method;
        InterfaceName = method.DeclaringType!.FullName!;
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute)) || method.ReturnType == typeof(void);
        CancellationIndex = Array.FindIndex(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout
            ?? method.DeclaringType!.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout
            ?? options.ResponseTimeout;
        CancelsOnTimeout = options.CancelRequestOnTimeout;
        invoke = Compile(method);
    }

    public GrainInterface Interface { get; }

    public MethodInfo InterfaceMethod { get; }

    public string InterfaceName { get; }

    public bool AlwaysInterleaves { get; }

    public bool IsReadOnly { get; }

    public bool IsOneWay { get; }

    /// <summary>Which argument is a cancellation token; -1 for none.</summary>
    public int CancellationIndex { get; }

    public TimeSpan ResponseTimeout { get; }

    public bool CancelsOnTimeout { get; }

    /// <summary>Sends a call and gives what the interface's method returns.</summary>
    public abstract object? Call(GrainReference reference, object?[] arguments);

    /// <summary>What a call that ended well returned; null for nothing.</summary>
    public abstract object? ResultOf(Task task);

    /// <summary>Calls the method of <paramref name="target"/>.</summary>
    public Task Invoke(object target, object?[] arguments)
        => invoke(target, arguments) ?? throw new InvalidOperationException($"{target.GetType().FullName}.{InterfaceMethod.Name} returned null instead of a task.");

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
