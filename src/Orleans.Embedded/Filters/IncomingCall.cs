using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call on its way through the incoming filters to the grain.</summary>
internal sealed class IncomingCall(CallRequest request, Activation target, IIncomingGrainCallFilter[] filters, IIncomingGrainCallFilter? own)
    : IIncomingGrainCallContext
{
    private int stage;
    private Task? made;
    private object? replacement;
    private bool isReplaced;

    public IInvokable Request => request;

    public object Grain => target.GrainInstance!;

    public GrainId? SourceId => request.Source?.GrainId;

    public GrainId TargetId => target.GrainId;

    public GrainInterfaceType InterfaceType => request.Method.Interface.Type;

    public string InterfaceName => request.Method.InterfaceName;

    public string MethodName => request.Method.InterfaceMethod.Name;

    public MethodInfo InterfaceMethod => request.Method.InterfaceMethod;

    public MethodInfo ImplementationMethod => target.GrainClass.ImplementationOf(request.Method.InterfaceMethod);

    public IGrainContext TargetContext => target;

    public object? Result
    {
        get => isReplaced || made is not { IsCompletedSuccessfully: true } ? replacement : request.Method.ResultOf(made);
        set => (replacement, isReplaced) = (value, true);
    }

    public Task Invoke()
    {
        var current = stage++;
        if (current < filters.Length)
        {
            return filters[current].Invoke(this);
        }

        return current == filters.Length && own is not null ? own.Invoke(this) : InvokeGrain();
    }

    /// <summary>Whether a task that the filters gave is the grain's own: then what that gives is what the call returns, and nobody has to wait for it in between.</summary>
    public bool IsUnchanged(Task passed) => ReferenceEquals(passed, made) && !isReplaced;

    private Task InvokeGrain() => made = request.InvokeMethod(target.GrainInstance!);
}
