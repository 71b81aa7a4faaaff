using System.Reflection;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>A method of a grain interface by what it answers.</summary>
/// <typeparam name="TResult">The answer; <see cref="object"/> for none.</typeparam>
internal sealed class GrainMethod<TResult>(GrainInterface grainInterface, MethodInfo method, SiloMessagingOptions options)
    : GrainMethod(grainInterface, method, options)
{
    private readonly Func<Task<TResult>, object?> wrap = Wrapper(method.ReturnType);

    public override object? Call(GrainReference reference, object?[] arguments)
    {
        var request = new CallRequest<TResult>(this, arguments, reference.GrainId, RuntimeContext.CurrentActivation);
        var silo = Interface.Silo;
        return wrap(silo.OutgoingFilters.Length == 0 ? silo.Send(request) : SendThroughFilters(new OutgoingCall<TResult>(request, reference)));
    }

    public override object? ResultOf(Task task) => task is Task<TResult> typed ? typed.Result : null;

    /// <summary>Sends a call through the filters. What they put into the request context is the call's, and not the caller's.</summary>
    private static Task<TResult> SendThroughFilters(OutgoingCall<TResult> call)
    {
        var callers = ExecutionContext.Capture();
        try
        {
            return call.SendAsync();
        }
        catch (Exception exception)
        {
            return Task.FromException<TResult>(exception);
        }
        finally
        {
            if (callers is not null && !ReferenceEquals(callers, ExecutionContext.Capture()))
            {
                ExecutionContext.Restore(callers);
            }
        }
    }

    private static Func<Task<TResult>, object?> Wrapper(Type returnType)
    {
        if (returnType == typeof(void))
        {
            return static _ => null;
        }

        if (!returnType.IsValueType)
        {
            return static task => task;
        }

        return returnType == typeof(ValueTask) ? static task => new ValueTask(task) : static task => new ValueTask<TResult>(task);
    }
}
