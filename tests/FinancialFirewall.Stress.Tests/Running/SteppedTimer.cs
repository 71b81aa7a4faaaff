namespace FinancialFirewall.Stress.Tests.Running;

/// <summary>A timer of <see cref="SteppedTime"/>.</summary>
internal sealed class SteppedTimer(SteppedTime time, TimerCallback callback, object? state) : ITimer
{
    /// <summary>When it fires next; guarded by its clock.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The time between firings; none or infinite for once; guarded by its clock.</summary>
    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        time.Set(this, dueTime, period);
        return true;
    }

    public void Fire() => callback(state);

    public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
