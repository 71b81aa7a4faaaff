namespace Orleans.Simulation;

/// <summary>
/// A clock that stands still until it is told to go on. Timers run their callbacks on the scheduler they were given, in the order
/// they are due; those due at the same instant in the order they were set.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Setting), (long Due, long Order)> queue = new();
    private readonly TaskScheduler scheduler;
    private readonly long start;
    private long now;
    private long order;

    /// <summary>A clock.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="scheduler">What runs the callbacks of timers.</param>
    public VirtualTimeProvider(DateTimeOffset start, TaskScheduler scheduler)
    {
        this.start = start.UtcTicks;
        this.scheduler = scheduler;
        now = this.start;
    }

    /// <summary>Virtual time is UTC.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Timestamps are ticks of 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref now), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref now) - start;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        Set(timer, dueTime, period);
        return timer;
    }

    /// <summary>Goes on by <paramref name="time"/>, stopping at each instant at which a timer is due to hand it to the scheduler.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var end = Volatile.Read(ref now) + time.Ticks;
        while (AdvanceToNext(end))
        {
            // Each pass is one instant.
        }

        Volatile.Write(ref now, end);
    }

    /// <summary>Goes on to the next instant at which a timer is due, if that is not after <paramref name="limit"/>, and hands over what is due.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool AdvanceToNext(long limit)
    {
        List<VirtualTimer> due = [];
        lock (gate)
        {
            while (TryPeek(out var instant) && instant <= limit && (due.Count == 0 || instant <= now))
            {
                Volatile.Write(ref now, Math.Max(now, instant));
                var timer = queue.Dequeue().Timer;
                if (timer.Period > 0)
                {
                    queue.Enqueue((timer, timer.Setting), (instant + timer.Period, ++order));
                }

                due.Add(timer);
            }
        }

        due.ForEach(Hand);
        return due.Count > 0;
    }

    internal void MoveTo(long instant) => Volatile.Write(ref now, Math.Max(now, instant));

    internal bool Set(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            timer.Setting++;
            timer.Period = period > TimeSpan.Zero ? period.Ticks : 0;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
            if (dueTime > TimeSpan.Zero || timer.Period > 0)
            {
                var first = dueTime > TimeSpan.Zero ? dueTime.Ticks : timer.Period;
                queue.Enqueue((timer, timer.Setting), (now + first, ++order));
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            Hand(timer);
        }

        return true;
    }

    internal void Stop(VirtualTimer timer)
    {
        lock (gate)
        {
            timer.IsDisposed = true;
            timer.Setting++;
        }
    }

    private bool TryPeek(out long instant)
    {
        while (queue.TryPeek(out var entry, out var priority))
        {
            if (entry.Setting == entry.Timer.Setting)
            {
                instant = priority.Due;
                return true;
            }

            queue.Dequeue();
        }

        instant = 0;
        return false;
    }

    private void Hand(VirtualTimer timer)
    {
        var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        using (flow)
        {
            new Task(static state => ((VirtualTimer)state!).Fire(), timer, CancellationToken.None, TaskCreationOptions.DenyChildAttach).Start(scheduler);
        }
    }
}
