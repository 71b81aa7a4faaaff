namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>A clock that somebody sets. No time passes by itself: nothing takes any, and no timer is ever due.</summary>
/// <param name="now">What the clock says.</param>
internal sealed class StillTime(Func<DateTimeOffset> now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now();

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
