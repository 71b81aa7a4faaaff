using Orleans.Runtime;

namespace Orleans.Contract;

public interface ITestObserver : IGrainObserver
{
    Task Notice(string text);
}

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> ReadAndChange(string key);

    Task<string?> Forward(string key, string other);

    Task Notify(ITestObserver observer, string text);
}

public sealed class ContextGrain : Grain, IContextGrain
{
    public Task<string?> ReadAndChange(string key)
    {
        var found = RequestContext.Get(key) as string;
        RequestContext.Set(key, "changed");
        return Task.FromResult(found);
    }

    public async Task<string?> Forward(string key, string other)
    {
        var found = await GrainFactory.GetGrain<IContextGrain>(other).ReadAndChange(key);
        return $"{found} then {RequestContext.Get(key)}";
    }

    public Task Notify(ITestObserver observer, string text) => observer.Notice(text);
}
