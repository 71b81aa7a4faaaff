using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>
/// Runs the turns of one activation one at a time and in order. It is the current scheduler while they run, so that what they await
/// continues here too. It borrows its thread from the scheduler of the process, a slice of turns at a time.
/// </summary>
internal sealed class ActivationScheduler(Activation activation, SiloScheduling scheduling) : TaskScheduler
{
    private static readonly Action<object?> RunSlice = static state => ((ActivationScheduler)state!).Slice();

    private readonly Lock gate = new();
    private readonly Queue<object> work = new();
    private bool isScheduled;
    private Task? admitted;

    public Activation Activation { get; } = activation;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Queues a request for admission.</summary>
    public void Enqueue(Request request) => EnqueueWork(request);

    /// <summary>Queues a turn that needs no admission.</summary>
    public void Enqueue(Action turn) => new Task(turn, CancellationToken.None, TaskCreationOptions.DenyChildAttach).Start(this);

    /// <summary>Runs the turn of a request that was admitted; only ever called from a slice.</summary>
    public void Run(Request request)
    {
        admitted = request.Turn;
        admitted.RunSynchronously(this);
    }

    protected override void QueueTask(Task task) => EnqueueWork(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
        => (ReferenceEquals(task, admitted) || (!taskWasPreviouslyQueued && ReferenceEquals(Current, this))) && TryExecuteTask(task);

    [ExcludeFromCodeCoverage(Justification = "Only a debugger asks.")]
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return work.OfType<Task>().ToArray();
        }
    }

    private void EnqueueWork(object item)
    {
        lock (gate)
        {
            work.Enqueue(item);
            if (isScheduled)
            {
                return;
            }

            isScheduled = true;
        }

        Schedule();
    }

    private void Schedule()
        => _ = Task.Factory.StartNew(RunSlice, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduling.Scheduler);

    private void Slice()
    {
        for (var turn = 0; turn < scheduling.TurnsPerSlice; turn++)
        {
            if (Activation.Silo.IsKilled)
            {
                return;
            }

            try
            {
                if (!RunNext())
                {
                    return;
                }
            }
            catch (Exception exception)
            {
                // Turns keep their exceptions: this one is a bug of the runtime, and must not end the activation unseen.
                Activation.Silo.Log.LogCritical(exception, "The runtime failed in a turn of grain {GrainId}.", Activation.GrainId);
            }
        }

        lock (gate)
        {
            if (work.Count == 0 && !Activation.MayHaveAdmissible)
            {
                isScheduled = false;
                return;
            }
        }

        Schedule();
    }

    private bool RunNext()
    {
        if (Activation.TakeAdmissible() is { } waiting)
        {
            Run(waiting);
            return true;
        }

        object? item;
        lock (gate)
        {
            if (!work.TryDequeue(out item))
            {
                isScheduled = false;
                return false;
            }
        }

        if (item is Task task)
        {
            TryExecuteTask(task);
        }
        else
        {
            Activation.Admit((Request)item);
        }

        return true;
    }
}
