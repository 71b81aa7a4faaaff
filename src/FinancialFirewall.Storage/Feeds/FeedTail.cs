namespace FinancialFirewall.Storage.Feeds;

/// <summary>
/// The order in which those who follow one tenant hear of its records. One reads the journal for all of them, and the latest records stay until all but the slowest have taken them; who is slower
/// reads the journal itself until it has caught up.
/// </summary>
/// <param name="start">Where it begins.</param>
internal sealed class FeedTail(FeedPosition start)
{
    /// <summary>The most records that stay.</summary>
    public const int Capacity = 1_024;

    private readonly Lock gate = new();
    private readonly FeedRecord[] ring = new FeedRecord[Capacity];
    private readonly FeedPosition place = start.Copy();
    private TaskCompletionSource arrived = new();
    private long count;
    private volatile bool isEnded;

    /// <summary>Whether nobody follows any longer.</summary>
    public bool IsEnded => isEnded;

    /// <summary>The number of the next record, and the place before it.</summary>
    public (long Next, FeedPosition Place) Join()
    {
        lock (gate)
        {
            return (count, place.Copy());
        }
    }

    /// <summary>The record of a number; null where it is still to come, or has gone.</summary>
    public FeedRecord? Find(long number)
    {
        lock (gate)
        {
            return number < count && number >= count - Capacity ? ring[number % Capacity] : null;
        }
    }

    /// <summary>Whether the record of a number has come, be it there or gone.</summary>
    public bool HasCome(long number)
    {
        lock (gate)
        {
            return number < count;
        }
    }

    /// <summary>Completes when the record of a number has come, or a moment before: look again. It fails with whoever reads.</summary>
    public Task WaitAsync(long number)
    {
        lock (gate)
        {
            return number < count ? Task.CompletedTask : arrived.Task;
        }
    }

    /// <summary>Takes in the next record. Nobody is woken yet.</summary>
    public void Append(FeedRecord record)
    {
        lock (gate)
        {
            ring[count++ % Capacity] = record;
            place[record.Partition] = record.Sequence;
        }
    }

    /// <summary>Wakes all who wait.</summary>
    public void Wake()
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            (waiting, arrived) = (arrived, new TaskCompletionSource());
        }

        waiting.SetResult();
    }

    /// <summary>Nobody follows any longer.</summary>
    public void End() => isEnded = true;

    /// <summary>Nothing comes any more: whoever waits fails.</summary>
    public void Fail(Exception failure)
    {
        lock (gate)
        {
            arrived.SetException(failure);
        }

        // Where nobody waits, nobody misses anything.
        _ = arrived.Task.Exception;
    }
}
