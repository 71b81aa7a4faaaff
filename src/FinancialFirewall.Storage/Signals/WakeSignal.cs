namespace FinancialFirewall.Storage.Signals;

/// <summary>Wakes whoever waits for something to change. Where nobody waits, it costs who changes it the exchange of one field.</summary>
public sealed class WakeSignal
{
    private TaskCompletionSource? waiting;

    /// <summary>
    /// Completes at the first change behind the moment at which this was asked for. Whoever asks first and looks then misses nothing.
    /// </summary>
    public Task Next
    {
        get
        {
            while (true)
            {
                if (Volatile.Read(ref waiting) is { } present)
                {
                    return present.Task;
                }

                // Who changes something must not have to do the work of those who wait for it.
                var added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (Interlocked.CompareExchange(ref waiting, added, null) is null)
                {
                    return added.Task;
                }
            }
        }
    }

    /// <summary>Wakes everybody who waits, once what changed can be seen.</summary>
    public void Raise() => Interlocked.Exchange(ref waiting, null)?.SetResult();
}
