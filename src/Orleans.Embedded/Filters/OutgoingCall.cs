using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call on its way through the outgoing filters.</summary>
internal sealed class OutgoingCall<TResult>(CallRequest<TResult> request, GrainReference reference) : IOutgoingGrainCallContext
{
    private int stage;
    private Task<TResult>? sent;
    private object? replacement;
    private bool isReplaced;

    public IInvokable Request => request;

    public object Grain => reference;

    public GrainId? SourceId => request.Source?.GrainId;

    public GrainId TargetId => request.TargetId;

    public GrainInterfaceType InterfaceType => request.Method.Interface.Type;

    public string InterfaceName => request.Method.InterfaceName;

    public string MethodName => request.Method.InterfaceMethod.Name;

    public MethodInfo InterfaceMethod => request.Method.InterfaceMethod;

    public IGrainContext? SourceContext => request.Source;

    public object? Result
    {
        get => isReplaced || sent is not { IsCompletedSuccessfully: true } ? replacement : sent.Result;
        set => (replacement, isReplaced) = (value, true);
    }

    public Task Invoke()
    {
        var filters = reference.Interface.Silo.OutgoingFilters;
        var current = stage++;
        return current < filters.Length ? filters[current].Invoke(this) : Send();
    }

    /// <summary>Has the call pass through the filters and be sent.</summary>
    /// <returns>The answer; it is the request's own where the filters pass that on, and nobody has to wait for it in between.</returns>
    public Task<TResult> SendAsync()
    {
        var passed = Invoke();
        return sent is { } own && ReferenceEquals(passed, own) && !isReplaced ? own : AnswerOf(passed);
    }

    private async Task<TResult> AnswerOf(Task passed)
    {
        await passed;
        return Result is null ? default! : (TResult)Result;
    }

    private Task<TResult> Send()
    {
        // What the filters put into the request context since the request was made travels with it; and a request is sent once.
        var current = sent is not null || request.IsOfAnotherContext ? request.Renew() : request;
        return sent = reference.Interface.Silo.Send(current);
    }
}
