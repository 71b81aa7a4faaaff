namespace FinancialFirewall.Stress.Tests.Running;

/// <summary>A clock that stands still until it is told to go on. Timers fire on the thread pool.</summary>
internal sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<SteppedTimer> timers = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time go by, in steps so that what fires can set timers that fire too.</summary>
    public void Advance(TimeSpan time, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            List<SteppedTimer> due;
            lock (gate)
            {
                now += time / steps;
                due = [.. timers.Where(timer => timer.DueAt <= now)];
                due.ForEach(Renew);
            }

            due.ForEach(static timer => ThreadPool.QueueUserWorkItem(static fired => ((SteppedTimer)fired!).Fire(), timer));
        }
    }

    /// <summary>Sets when a timer fires next.</summary>
    public void Set(SteppedTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                (timer.DueAt, timer.Period) = (now + dueTime, period);
                timers.Add(timer);
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            Advance(TimeSpan.Zero, steps: 1);
        }
    }

    private void Renew(SteppedTimer timer)
    {
        if (timer.Period > TimeSpan.Zero)
        {
            timer.DueAt = now + timer.Period;
        }
        else
        {
            timers.Remove(timer);
        }
    }
}
