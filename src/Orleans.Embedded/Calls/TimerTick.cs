namespace Orleans.Runtime;

/// <summary>One tick of a grain's timer, on its way through the activation like a call.</summary>
internal sealed class TimerTick(GrainTimer timer, bool interleaves, bool keepsActive) : Request
{
    public override bool AlwaysInterleaves => interleaves;

    public override bool IsReadOnly => false;

    public override bool KeepsActive => keepsActive;

    public override bool IsAnswered => timer.IsStopped;

    public override bool CanMove => false;

    public override void Answer(Task task) => timer.Ticked(task);

    public override void Fail(Exception exception) => timer.Ticked(Task.FromException(exception));

    public override void TimeOut()
    {
        // Nobody waits for a tick.
    }

    protected override Task Invoke(Activation target)
    {
        RequestContext.Clear();
        return timer.Tick();
    }
}
