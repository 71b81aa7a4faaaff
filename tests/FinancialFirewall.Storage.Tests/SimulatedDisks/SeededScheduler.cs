namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>Runs tasks on the calling thread, each next one chosen by a seed among those that can run.</summary>
public sealed class SeededScheduler(Random random) : TaskScheduler
{
    private readonly List<Task> ready = [];

    /// <summary>Runs <paramref name="main"/> and all that it starts, until it is done.</summary>
    /// <exception cref="InvalidOperationException">Nothing can run and it is not done: it waits for something that never comes.</exception>
    public void Run(Func<Task> main)
    {
        // A test framework's context would take the continuations away from this scheduler.
        SynchronizationContext.SetSynchronizationContext(null);
        var task = Task.Factory.StartNew(main, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
        while (!task.IsCompleted)
        {
            if (!RunOne())
            {
                throw new InvalidOperationException("Nothing can run, and the main task is not done.");
            }
        }

        RunAll();
        task.GetAwaiter().GetResult();
    }

    /// <summary>Runs what can run until nothing can.</summary>
    public void RunAll()
    {
        while (RunOne())
        {
        }
    }

    protected override IEnumerable<Task> GetScheduledTasks() => ready.ToArray();

    protected override void QueueTask(Task task) => ready.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
        => !taskWasPreviouslyQueued && TryExecuteTask(task);

    private bool RunOne()
    {
        if (ready.Count == 0)
        {
            return false;
        }

        var next = random.Next(ready.Count);
        var task = ready[next];
        ready.RemoveAt(next);
        TryExecuteTask(task);
        return true;
    }
}
