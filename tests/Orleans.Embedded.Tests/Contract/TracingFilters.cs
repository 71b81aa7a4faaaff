using Orleans.Runtime;

namespace Orleans.Contract;

public sealed class TracingIncomingFilter(Probe probe) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType != typeof(IFilteredGrain))
        {
            await context.Invoke();
            return;
        }

        probe.Happened($"in {context.MethodName} {context.TargetId.Key} from {context.SourceId?.ToString() ?? "outside"} {RequestContext.Get("stamp") ?? "unstamped"}");
        if (context.Request.GetArgumentCount() == 1 && context.Request.GetArgument(0) is "forbidden")
        {
            throw new UnauthorizedAccessException("forbidden");
        }

        try
        {
            await context.Invoke();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException("translated", exception);
        }

        if (context.Result is string text)
        {
            context.Result = $"<{text}>";
        }
    }
}

public sealed class TracingOutgoingFilter(Probe probe) : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType == typeof(IFilteredGrain))
        {
            probe.Happened($"out {context.MethodName} {context.TargetId.Key}");
            RequestContext.Set("stamp", "stamped");
        }

        return context.Invoke();
    }
}

public interface IFilteredGrain : IGrainWithStringKey
{
    Task<string> Echo(string text);

    Task<string> EchoBy(string other, string text);

    Task Fail();
}

public sealed class FilteredGrain(Probe probe) : Grain, IFilteredGrain, IIncomingGrainCallFilter
{
    public Task<string> Echo(string text) => Task.FromResult(text);

    public Task<string> EchoBy(string other, string text) => GrainFactory.GetGrain<IFilteredGrain>(other).Echo(text);

    public Task Fail() => throw new InvalidDataException("inner");

    public Task Invoke(IIncomingGrainCallContext context)
    {
        probe.Happened($"own {context.ImplementationMethod.Name}");
        return context.Invoke();
    }
}
