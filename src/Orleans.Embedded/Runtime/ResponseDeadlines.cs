namespace Orleans.Runtime;

/// <summary>
/// Fails calls whose deadline passed. One timer serves all: it is set to the earliest deadline there may be, and costs a call nothing
/// but a comparison.
/// </summary>
internal sealed class ResponseDeadlines : IDisposable
{
    private readonly Lock gate = new();
    private readonly Silo silo;
    private readonly ITimer timer;
    private long next = long.MaxValue;

    public ResponseDeadlines(Silo silo)
    {
        this.silo = silo;
        timer = silo.Time.CreateTimer(static state => ((ResponseDeadlines)state!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sees to it that <paramref name="deadline"/> is noticed.</summary>
    public void Watch(long deadline)
    {
        if (deadline < Volatile.Read(ref next))
        {
            Rearm(deadline);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Rearm(long deadline)
    {
        lock (gate)
        {
            if (deadline < next)
            {
                Volatile.Write(ref next, deadline);
                timer.Change(silo.Clock.Until(deadline), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Sweep()
    {
        // Whoever sends from here on arms the timer again; whoever sent before is found below.
        lock (gate)
        {
            Volatile.Write(ref next, long.MaxValue);
        }

        var now = silo.Time.GetTimestamp();
        var late = new List<Request>();
        var earliest = long.MaxValue;
        foreach (var activation in silo.Directory.Activations())
        {
            earliest = Math.Min(earliest, activation.InFlight.Collect(now, late));
        }

        foreach (var request in late)
        {
            request.TimeOut();
        }

        Watch(earliest);
    }
}
