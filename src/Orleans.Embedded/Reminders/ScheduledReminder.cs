using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>
/// One reminder and its timer. Ticks are at its start and whole periods after; those that pass while one runs, or while the process
/// is down, are left out.
/// </summary>
internal sealed class ScheduledReminder : IDisposable
{
    // Timers take 49 days at most.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly Silo silo;
    private readonly ReminderEntry entry;
    private readonly ITimer timer;
    private DateTime due;
    private volatile bool isStopped;

    public ScheduledReminder(Silo silo, ReminderEntry entry)
    {
        this.silo = silo;
        this.entry = entry;
        due = NextAtOrAfter(Now);
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            timer = silo.Time.CreateTimer(static state => ((ScheduledReminder)state!).Elapsed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private DateTime Now => silo.Time.GetUtcNow().UtcDateTime;

    public void Start()
    {
        var left = due - Now;
        var wait = left <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
        timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        isStopped = true;
        timer.Dispose();
    }

    private DateTime NextAtOrAfter(DateTime time)
    {
        if (time <= entry.StartAt)
        {
            return entry.StartAt;
        }

        var over = (time - entry.StartAt).Ticks % entry.Period.Ticks;
        return over == 0 ? time : time.AddTicks(entry.Period.Ticks - over);
    }

    private void Elapsed()
    {
        if (isStopped)
        {
            return;
        }

        if (Now < due)
        {
            Start();
        }
        else
        {
            _ = TickAsync();
        }
    }

    private async Task TickAsync()
    {
        try
        {
            var remindable = silo.GrainFactory.GetGrain<IRemindable>(entry.GrainId);
            await remindable.ReceiveReminder(entry.ReminderName, new TickStatus(entry.StartAt, entry.Period, Now));
        }
        catch (Exception exception)
        {
            silo.Log.LogError(exception, "The reminder {Reminder} of grain {GrainId} failed; it goes on.", entry.ReminderName, entry.GrainId);
        }

        if (!isStopped)
        {
            due = NextAtOrAfter(Now.AddTicks(1));
            Start();
        }
    }
}
