using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Contract;

public class TurnGrain(Probe probe) : Grain, ITurnGrain
{
    private int count;

    public async Task Hold(string name)
    {
        probe.Happened($"begin {name}");
        probe.Signal($"{name} began");
        await probe.Reached($"{name} may end");
        probe.Happened($"end {name}");
    }

    public Task HoldReading(string name) => Hold(name);

    public Task HoldInterleaving(string name) => Hold(name);

    public async Task<int> IncrementSlowly()
    {
        var before = count;
        await Task.Yield();
        count = before + 1;
        return count;
    }

    public async ValueTask<bool> ContinuesOnItsScheduler()
    {
        var before = TaskScheduler.Current;
        await Task.Yield();
        var after = TaskScheduler.Current;
        return before != TaskScheduler.Default && ReferenceEquals(before, after);
    }

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidDataException(message);
    }

    public Task FailAtOnce(string message) => throw new InvalidDataException(message);

    public async Task<string> CallAround(string other, bool allowed)
    {
        using var section = allowed ? RequestContext.AllowCallChainReentrancy() : RequestContext.SuppressCallChainReentrancy();
        return await GrainFactory.GetGrain<ITurnGrain>(other).CallBack(this.GetPrimaryKeyString());
    }

    public async Task<string> CallBack(string first) => $"{this.GetPrimaryKeyString()} called {await GrainFactory.GetGrain<ITurnGrain>(first).Name()}";

    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());

    public Task Tell(string name) => Hold(name);

    public Task HoldShortly(string name) => Hold(name);

    public async Task<string> HoldCancellable(string name, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => probe.Signal($"{name} saw its cancellation"));
        await Hold(name);
        return cancellationToken.IsCancellationRequested ? "cancelled" : "not cancelled";
    }
}

public interface IReentrantGrain : ITurnGrain;

[Reentrant]
public sealed class ReentrantGrain(Probe probe) : TurnGrain(probe), IReentrantGrain;

public interface IWorkerGrain : ITurnGrain;

[StatelessWorker(2)]
public sealed class WorkerGrain(Probe probe) : TurnGrain(probe), IWorkerGrain;
