using System.Reflection;
using Orleans.Concurrency;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface: what it allows, and how it is called without reflection.</summary>
internal abstract class GrainMethod
{
    private Func<object, object?[], Task>? invoke;

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
        => (invoke ??= GrainMethodInvoker.Of(InterfaceMethod))(target, arguments) ?? throw new InvalidOperationException($"{target.GetType().FullName}.{InterfaceMethod.Name} returned null instead of a task.");
}
