using Orleans.Runtime;

namespace Orleans.Contract;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Count();

    Task End();

    Task<int> EndHolding(string name);

    Task StayFor(TimeSpan time);

    Task StartTimer(TimeSpan dueTime, TimeSpan period, bool keepAlive);

    Task StopTimer();
}

public interface IFailingGrain : IGrainWithStringKey
{
    Task<string> Answer();
}

public sealed class LifeGrain(Probe probe) : Grain, ILifeGrain
{
    private int count;
    private int ticks;
    private IGrainTimer? timer;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Happened("activated");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Happened($"deactivated {reason.ReasonCode}");
        probe.Signal("deactivated");
        return Task.CompletedTask;
    }

    public Task<int> Count() => Task.FromResult(++count);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<int> EndHolding(string name)
    {
        DeactivateOnIdle();
        probe.Signal($"{name} began");
        await probe.Reached($"{name} may end");
        return ++count;
    }

    public Task StayFor(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task StartTimer(TimeSpan dueTime, TimeSpan period, bool keepAlive)
    {
        timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(dueTime, period) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task StopTimer()
    {
        timer!.Dispose();
        return Task.CompletedTask;
    }

    private Task Tick(CancellationToken cancellationToken)
    {
        probe.Happened($"tick {++ticks}");
        probe.Signal($"tick {ticks}");
        return ticks == 1 ? Task.FromException(new InvalidDataException("the first tick fails")) : Task.CompletedTask;
    }
}

public sealed class FailingGrain(Probe probe) : Grain, IFailingGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
        => probe.WasReached("repaired") ? Task.CompletedTask : throw new InvalidDataException("cannot activate");

    public Task<string> Answer() => Task.FromResult("well");
}
