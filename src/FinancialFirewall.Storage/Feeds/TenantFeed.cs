using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>What those who follow one tenant share: the latest records, and waiting for the next ones.</summary>
internal sealed class TenantFeed(IJournal journal, TenantId tenant)
{
    private const int MaximumRecent = 4_096;
    private const long MaximumRecentBytes = 8 << 20;

    /// <summary>Who reads history must not drive out what others are about to read.</summary>
    private const long RecentDistance = 1_024;

    private readonly Lock gate = new();
    private readonly RecentRecords recent = new(MaximumRecent, MaximumRecentBytes);
    private Task watch = Task.CompletedTask;
    private int readers;

    /// <summary>Somebody follows from now on.</summary>
    public void Enter() => Interlocked.Increment(ref readers);

    /// <summary>Somebody follows no longer; with the last one goes what they shared.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref readers) == 0)
        {
            recent.Clear();
        }
    }

    /// <summary>Completes when there is more than that many records, or a moment before: look again.</summary>
    public Task WaitAsync(long total)
    {
        lock (gate)
        {
            return watch.IsCompleted ? watch = WatchAsync(total) : watch;
        }
    }

    /// <summary>The records of a partition behind a sequence, up to another one.</summary>
    public async IAsyncEnumerable<FeedRecord> ReadAsync(
        int partition, long after, long last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = after + 1;
        while (next <= last && recent.Find(partition, next) is { } known)
        {
            yield return new FeedRecord(partition, next++, known);
        }

        if (next > last)
        {
            yield break;
        }

        await foreach (var batch in journal.ReadAsync(tenant, partition, next, cancellationToken))
        {
            for (var i = 0; i < batch.Count && batch.FirstSequence + i <= last; i++)
            {
                var record = batch[i].ToArray();
                if (last - (batch.FirstSequence + i) < RecentDistance)
                {
                    recent.Add(partition, batch.FirstSequence + i, record);
                }

                yield return new FeedRecord(partition, batch.FirstSequence + i, record);
            }

            if (batch.FirstSequence + batch.Count > last)
            {
                yield break;
            }
        }
    }

    private async Task WatchAsync(long total)
    {
        while (true)
        {
            var next = journal.NextCommit;
            if (Volatile.Read(ref readers) == 0 || journal.GetPartitions(tenant).Sum(static end => end.LastSequence) > total)
            {
                return;
            }

            await next;
        }
    }
}
