using Orleans.Concurrency;

namespace Orleans.Contract;

public interface ITurnGrain : IGrainWithStringKey
{
    Task Hold(string name);

    [ReadOnly]
    Task HoldReading(string name);

    [AlwaysInterleave]
    Task HoldInterleaving(string name);

    Task<int> IncrementSlowly();

    ValueTask<bool> ContinuesOnItsScheduler();

    Task Fail(string message);

    Task FailAtOnce(string message);

    Task<string> CallAround(string other, bool allowed);

    Task<string> CallBack(string first);

    Task<string> Name();

    [OneWay]
    Task Tell(string name);

    [ResponseTimeout("00:00:02")]
    Task HoldShortly(string name);

    Task<string> HoldCancellable(string name, CancellationToken cancellationToken);
}
