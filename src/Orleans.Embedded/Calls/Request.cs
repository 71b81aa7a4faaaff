namespace Orleans.Runtime;

/// <summary>
/// What an activation is asked to do: a call, or a timer's tick. It waits until it is admitted, runs as turns of the activation, and
/// is answered once.
/// </summary>
internal abstract class Request
{
    private static readonly Action<object?> RunTurn = static state => ((Request)state!).Execute();

    private Task? running;

    // Made by the caller, so that the caller's request context flows into the turn.
    protected Request() => Turn = new Task(RunTurn, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach);

    public Task Turn { get; }

    public CallChain? Chain { get; protected init; }

    /// <summary>When the caller gives up, in timestamps of the runtime's clock.</summary>
    public long Deadline { get; set; } = long.MaxValue;

    /// <summary>Links the requests that wait for admission.</summary>
    public Request? NextWaiting { get; set; }

    /// <summary>Links the requests of an activation that have not ended.</summary>
    public Request? NextInFlight { get; set; }

    public Request? PreviousInFlight { get; set; }

    public abstract bool AlwaysInterleaves { get; }

    public abstract bool IsReadOnly { get; }

    public abstract bool KeepsActive { get; }

    /// <summary>Whether nobody waits for it any more.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>Whether another activation of the grain can take it.</summary>
    public abstract bool CanMove { get; }

    protected Activation? Target { get; private set; }

    /// <summary>Says which activation it was sent to.</summary>
    public void SentTo(Activation target) => Target = target;

    /// <summary>Answers with how <paramref name="task"/> ended.</summary>
    public abstract void Answer(Task task);

    /// <summary>Answers with a failure of the runtime.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>Answers that the deadline has passed.</summary>
    public abstract void TimeOut();

    protected abstract Task Invoke(Activation target);

    private void Execute()
    {
        Task task;
        try
        {
            task = Invoke(Target!);
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        if (task.IsCompleted)
        {
            Target!.Complete(this, task);
            return;
        }

        running = task;

        // The turn's scheduler is captured, so that the end of the request is a turn of its activation too.
        task.GetAwaiter().UnsafeOnCompleted(End);
    }

    private void End() => Target!.Complete(this, running!);
}
