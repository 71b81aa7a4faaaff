using System.Globalization;

namespace Orleans.Simulation;

/// <summary>
/// Runs all work on the thread that asks it to, one piece after the other, choosing by the seed which comes next; and owns a clock that
/// goes on only when nothing is left to run. One seed gives one run, step for step; another seed gives another order of what may
/// happen in any order.
/// </summary>
public sealed class DeterministicScheduler : TaskScheduler
{
    private static readonly DateTimeOffset UsualStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<Task> runnable = [];
    private readonly SplitMix64 random;
    private int runnerThread;
    private volatile string? intruder;

    /// <summary>A scheduler whose clock begins with the year 2026.</summary>
    public DeterministicScheduler(ulong seed)
        : this(seed, UsualStart)
    {
    }

    /// <summary>A scheduler.</summary>
    /// <param name="seed">What all choices follow from.</param>
    /// <param name="start">Where its clock begins.</param>
    public DeterministicScheduler(ulong seed, DateTimeOffset start)
    {
        Seed = seed;
        random = new SplitMix64(seed);
        Time = new VirtualTimeProvider(start, this);
        TraceHash = SplitMix64.Mix(seed);
    }

    /// <summary>Called after each step, on the thread that runs it.</summary>
    public Action<SchedulerStep>? Stepped { get; set; }

    /// <summary>What all choices follow from.</summary>
    public ulong Seed { get; }

    /// <summary>The clock.</summary>
    public VirtualTimeProvider Time { get; }

    /// <summary>How many pieces of work ran.</summary>
    public long Steps { get; private set; }

    /// <summary>A hash of every choice made so far and when: equal for equal runs.</summary>
    public ulong TraceHash { get; private set; }

    /// <summary>How many steps one call may take before it is held to be endless; ten million.</summary>
    public long MaximumSteps { get; set; } = 10_000_000;

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Starts <paramref name="work"/> here; it runs when one of the other methods runs it.</summary>
    public Task Start(Func<Task> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Starts <paramref name="work"/> here; it runs when one of the other methods runs it.</summary>
    public Task<TResult> Start<TResult>(Func<Task<TResult>> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs <paramref name="work"/> to its end, and time with it, for a day of virtual time at most unless told.</summary>
    public void Run(Func<Task> work, TimeSpan? within = null) => RunUntil(Start(work), within);

    /// <summary>Runs <paramref name="work"/> to its end, and time with it, for a day of virtual time at most unless told.</summary>
    public TResult Run<TResult>(Func<Task<TResult>> work, TimeSpan? within = null)
    {
        var task = Start(work);
        RunUntil(task, within);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs what can run at this instant; time stands still.</summary>
    public void RunUntilIdle() => Own(() => RunWhile(static () => true, Time.GetUtcNow().UtcTicks, this));

    /// <summary>Runs until time has gone on by <paramref name="time"/>.</summary>
    public void RunFor(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var end = Time.GetUtcNow().UtcTicks + time.Ticks;
        Own(() => RunWhile(static () => true, end, this));
        Time.MoveTo(end);
    }

    /// <summary>Runs until <paramref name="task"/> has ended, and throws what it failed with.</summary>
    /// <param name="task">What is waited for.</param>
    /// <param name="within">How much virtual time that may take; a day unless told.</param>
    /// <exception cref="TimeoutException">It has not ended by then, or nothing is left that could end it.</exception>
    public void RunUntil(Task task, TimeSpan? within = null)
    {
        RunUntil(() => task.IsCompleted, within);
        task.GetAwaiter().GetResult();
    }

    /// <summary>Runs until <paramref name="condition"/> holds, which is looked at after every step.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="within">How much virtual time that may take; a day unless told.</param>
    /// <exception cref="TimeoutException">It does not hold by then, or nothing is left that could change it.</exception>
    public void RunUntil(Func<bool> condition, TimeSpan? within = null)
    {
        var end = Time.GetUtcNow().UtcTicks + (within ?? TimeSpan.FromDays(1)).Ticks;
        Own(() => RunWhile(() => !condition(), end, this));
        if (!condition())
        {
            throw new TimeoutException(Tell($"nothing is left to run by {Time.GetUtcNow():O}, and what is waited for has not come"));
        }
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        var runner = Volatile.Read(ref runnerThread);
        if (runner != 0 && runner != Environment.CurrentManagedThreadId)
        {
            intruder ??= Environment.StackTrace;
        }

        lock (gate)
        {
            runnable.Add(task);
        }
    }

    /// <summary>Never: even what could run on the spot takes its chance among the others.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. runnable];
        }
    }

    private static void RunWhile(Func<bool> goesOn, long end, DeterministicScheduler scheduler)
    {
        var last = scheduler.Steps + scheduler.MaximumSteps;
        while (goesOn())
        {
            if (!scheduler.Step() && !scheduler.Time.AdvanceToNext(end))
            {
                return;
            }

            if (scheduler.Steps >= last)
            {
                throw new InvalidOperationException(scheduler.Tell($"more than {scheduler.MaximumSteps} steps ran and there is no end"));
            }
        }
    }

    private void Own(Action run)
    {
        if (Interlocked.CompareExchange(ref runnerThread, Environment.CurrentManagedThreadId, 0) != 0)
        {
            throw new InvalidOperationException("The scheduler is running already: work that it runs cannot run it.");
        }

        // The thread is borrowed, and so is what its owner wants continuations to go through: here they go through the scheduler.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            Volatile.Write(ref runnerThread, 0);
        }
    }

    private bool Step()
    {
        if (intruder is not null)
        {
            throw new InvalidOperationException(Tell(
                "work came from another thread, so that the run follows from more than its seed: something left the scheduler by ConfigureAwait(false), a thread of its own or real input. It came from\n" + intruder + "\n"));
        }

        Task task;
        int choice;
        int count;
        lock (gate)
        {
            count = runnable.Count;
            if (count == 0)
            {
                return false;
            }

            choice = random.Next(count);
            task = runnable[choice];
            runnable[choice] = runnable[^1];
            runnable.RemoveAt(count - 1);
        }

        Steps++;
        TraceHash = SplitMix64.Mix(TraceHash ^ ((ulong)count << 32) ^ (ulong)choice ^ (ulong)Time.GetUtcNow().UtcTicks);
        TryExecuteTask(task);
        Stepped?.Invoke(new SchedulerStep(Steps, choice, count, Time.GetUtcNow()));
        return true;
    }

    private string Tell(string what) => string.Create(CultureInfo.InvariantCulture, $"In the run of seed {Seed}, at step {Steps}, {what}.");
}
