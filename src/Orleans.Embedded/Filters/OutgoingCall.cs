using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call on its way through the outgoing filters.</summary>
internal sealed class OutgoingCall<TResult>(CallRequest<TResult> request, GrainReference reference) : IOutgoingGrainCallContext
{
    private int stage;
    private bool isSent;

    public IInvokable Request => request;

    public object Grain => reference;

    public GrainId? SourceId => request.Source?.GrainId;

    public GrainId TargetId => request.TargetId;

    public GrainInterfaceType InterfaceType => request.Method.Interface.Type;

    public string InterfaceName => request.Method.InterfaceName;

    public string MethodName => request.Method.InterfaceMethod.Name;

    public MethodInfo InterfaceMethod => request.Method.InterfaceMethod;

    public IGrainContext? SourceContext => request.Source;

    public object? Result { get; set; }

    public Task Invoke()
    {
        var filters = reference.Interface.Silo.OutgoingFilters;
        var current = stage++;
        return current < filters.Length ? filters[current].Invoke(this) : Send();
    }

    private async Task Send()
    {
        // What the filters put into the request context since the request was made travels with it; and a request is sent once.
        var current = isSent || request.IsOfAnotherContext ? request.Renew() : request;
        isSent = true;
        Result = await reference.Interface.Silo.Send(current);
    }
}
