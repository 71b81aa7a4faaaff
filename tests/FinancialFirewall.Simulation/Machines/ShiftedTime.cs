namespace FinancialFirewall.Simulation.Machines;

/// <summary>The clock of a simulated machine: virtual time, and a wall clock that can be set wrong. Timers and timestamps do not care.</summary>
internal sealed class ShiftedTime(TimeProvider time) : TimeProvider
{
    /// <summary>How much the wall clock is ahead.</summary>
    public TimeSpan Shift { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Shift;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => time.CreateTimer(callback, state, dueTime, period);
}
