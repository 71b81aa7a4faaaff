using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>A timer of one activation: due by the runtime's clock, run as a request.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Lock gate = new();
    private readonly Activation activation;
    private readonly Func<CancellationToken, Task> callback;
    private readonly GrainTimerCreationOptions options;
    private readonly CancellationTokenSource stopped = new();
    private readonly CancellationToken stopping;
    private readonly ITimer timer;
    private TimeSpan period;
    private bool isTicking;
    private bool isDueAgain;
    private bool wasChanged;

    private GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        this.activation = activation;
        this.callback = callback;
        this.options = options;
        period = options.Period;
        stopping = stopped.Token;

        // A tick is nobody's request, so no request context flows into it.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            timer = activation.Silo.Time.CreateTimer(
                static state => ((GrainTimer)state!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public bool IsStopped { get; private set; }

    public static GrainTimer Start(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        RequireTimes(options.DueTime, options.Period);
        var started = new GrainTimer(activation, callback, options);
        activation.Timers.Add(started);
        started.timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
        return started;
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        RequireTimes(dueTime, period);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(IsStopped, this);
            this.period = period;
            wasChanged = isTicking;
            timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (IsStopped)
            {
                return;
            }

            IsStopped = true;
        }

        timer.Dispose();
        activation.Timers.Remove(this);
        stopped.Cancel();
        stopped.Dispose();
    }

    /// <summary>Runs the callback; a turn of the activation.</summary>
    public Task Tick() => callback(stopping);

    /// <summary>Times the next tick.</summary>
    public void Ticked(Task task)
    {
        if (task.IsFaulted)
        {
            activation.Silo.Log.LogError(task.Exception.InnerException, "A timer of grain {GrainId} failed; it goes on.", activation.GrainId);
        }

        lock (gate)
        {
            isTicking = false;
            if (IsStopped)
            {
                return;
            }

            if (isDueAgain || !wasChanged)
            {
                timer.Change(isDueAgain ? TimeSpan.Zero : period, Timeout.InfiniteTimeSpan);
            }

            isDueAgain = false;
            wasChanged = false;
        }
    }

    private static void RequireTimes(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(dueTime), dueTime, "A time from zero up is expected, or the infinite one.");
        }

        if (period < TimeSpan.Zero && period != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "A time from zero up is expected, or the infinite one.");
        }
    }

    private void Due()
    {
        lock (gate)
        {
            if (IsStopped)
            {
                return;
            }

            if (isTicking)
            {
                // Ticks never overlap: this one follows when the one that runs has ended.
                isDueAgain = true;
                return;
            }

            isTicking = true;
        }

        activation.Receive(new TimerTick(this, options.Interleave, options.KeepAlive));
    }
}
