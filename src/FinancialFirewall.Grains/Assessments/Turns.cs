namespace FinancialFirewall.Grains.Assessments;

/// <summary>Lets one at a time go on, in the order in which they came. For the turns of one grain; nothing is allocated where nobody has to wait.</summary>
internal sealed class Turns
{
    private readonly Queue<TaskCompletionSource> waiting = new();
    private bool isTaken;

    /// <summary>Completes when everybody who came before has ended.</summary>
    public ValueTask TakeAsync()
    {
        if (!isTaken)
        {
            isTaken = true;
            return ValueTask.CompletedTask;
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue(turn);
        return new ValueTask(turn.Task);
    }

    /// <summary>Lets the next one go on.</summary>
    public void End()
    {
        if (waiting.TryDequeue(out var next))
        {
            next.SetResult();
        }
        else
        {
            isTaken = false;
        }
    }
}
