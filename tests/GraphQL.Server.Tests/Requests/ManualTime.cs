namespace GraphQL.Server.Tests.Requests;

/// <summary>A clock whose timers fire when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state));
        timers.Add(timer);
        return timer;
    }

    public void FireTimers() => timers.ToList().ForEach(timer => timer.Fire());

    private sealed class ManualTimer(Action fire) : ITimer
    {
        private bool isDisposed;

        public void Fire()
        {
            if (!isDisposed)
            {
                fire();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
