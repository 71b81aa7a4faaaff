namespace Orleans.Simulation;

/// <summary>A timer of virtual time.</summary>
internal sealed class VirtualTimer(VirtualTimeProvider time, TimerCallback callback, object? state) : ITimer
{
    /// <summary>Which setting of the timer holds; earlier ones that are still queued are void.</summary>
    public long Setting { get; set; }

    /// <summary>Ticks between firings; 0 for none.</summary>
    public long Period { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => time.Set(this, dueTime, period);

    public void Dispose() => time.Stop(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Fire() => callback(state);
}
