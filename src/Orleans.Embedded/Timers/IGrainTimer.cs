namespace Orleans.Runtime;

/// <summary>A timer of one activation. Disposing it stops it; so does the end of the activation.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets the timer anew.</summary>
    /// <param name="dueTime">The time to the next tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="period">The time from the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    void Change(TimeSpan dueTime, TimeSpan period);
}
