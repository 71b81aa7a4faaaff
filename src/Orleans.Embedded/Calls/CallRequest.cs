using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call of a grain's method.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing to dispose, and a late cancellation may still reach it.")]
internal abstract class CallRequest : Request, IInvokable
{
    private readonly RequestContextData? context = RequestContext.Data;
    private CancellationTokenSource? cancellation;

    protected CallRequest(GrainMethod method, object?[] arguments, GrainId targetId, Activation? source)
    {
        Method = method;
        Arguments = arguments;
        TargetId = targetId;
        Source = source;
        Chain = RequestContext.Chain;
    }

    public GrainMethod Method { get; }

    protected object?[] Arguments { get; }

    public GrainId TargetId { get; }

    public Activation? Source { get; }

    public override bool AlwaysInterleaves => Method.AlwaysInterleaves;

    public override bool IsReadOnly => Method.IsReadOnly;

    /// <summary>Whether the request context has changed since it was made.</summary>
    public bool IsOfAnotherContext => !ReferenceEquals(context, RequestContext.Data);

    public override bool KeepsActive => true;

    public override bool CanMove => true;

    /// <summary>Gives the callee a token of its own, which is cancelled in the callee's turn.</summary>
    /// <returns>The caller's token.</returns>
    public CancellationToken TakeCallersToken()
    {
        if (Method.CancellationIndex < 0)
        {
            return CancellationToken.None;
        }

        var token = (CancellationToken)Arguments[Method.CancellationIndex]!;
        cancellation = new CancellationTokenSource();
        Arguments[Method.CancellationIndex] = cancellation.Token;
        return token;
    }

    public Task InvokeMethod(object target) => Method.Invoke(target, Arguments);

    public object? GetTarget() => Target?.GrainInstance;

    public int GetArgumentCount() => Arguments.Length;

    public object? GetArgument(int index) => Arguments[index];

    public void SetArgument(int index, object value) => Arguments[index] = value;

    public string GetMethodName() => Method.InterfaceMethod.Name;

    public string GetInterfaceName() => Method.InterfaceName;

    public MethodInfo GetMethod() => Method.InterfaceMethod;

    public Type GetInterfaceType() => Method.InterfaceMethod.DeclaringType!;

    public override string ToString() => $"{Method.InterfaceName}.{Method.InterfaceMethod.Name} of {TargetId}";

    protected void CancelCallee()
    {
        if (cancellation is { } source && Target is { } target)
        {
            target.Scheduler.Enqueue(source.Cancel);
        }
    }

    protected override Task Invoke(Activation target) => InvokeMethod(target.GrainInstance!);
}
