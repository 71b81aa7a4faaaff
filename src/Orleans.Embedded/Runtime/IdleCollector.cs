namespace Orleans.Runtime;

/// <summary>Looks for idle activations now and then, as long as there are any activations.</summary>
internal sealed class IdleCollector : IDisposable
{
    private readonly Silo silo;
    private readonly ITimer timer;
    private int isArmed;

    public IdleCollector(Silo silo)
    {
        this.silo = silo;
        timer = silo.Time.CreateTimer(static state => ((IdleCollector)state!).Collect(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Says that there is an activation.</summary>
    public void Watch()
    {
        if (Volatile.Read(ref isArmed) == 0 && Interlocked.Exchange(ref isArmed, 1) == 0)
        {
            timer.Change(silo.Collection.CollectionQuantum, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Collect()
    {
        Volatile.Write(ref isArmed, 0);
        var activations = silo.Directory.Activations();
        foreach (var activation in activations)
        {
            if (activation.IsIdle())
            {
                activation.DeactivateIfIdle();
            }
        }

        if (activations.Count > 0)
        {
            Watch();
        }
    }
}
