namespace Orleans.Runtime;

/// <summary>The timers of one activation, in the order they were started.</summary>
internal sealed class ActivationTimers
{
    private readonly Lock gate = new();
    private readonly List<GrainTimer> timers = [];

    public void Add(GrainTimer timer)
    {
        lock (gate)
        {
            timers.Add(timer);
        }
    }

    public void Remove(GrainTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    public void StopAll()
    {
        GrainTimer[] all;
        lock (gate)
        {
            all = [.. timers];
            timers.Clear();
        }

        foreach (var timer in all)
        {
            timer.Dispose();
        }
    }
}
