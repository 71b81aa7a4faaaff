using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>What those who follow one tenant share: one reading of what comes, and the latest records.</summary>
internal sealed class TenantFeed(IJournal journal, TenantId tenant)
{
    private const int MaximumRecent = 4_096;
    private const long MaximumRecentBytes = 8 << 20;

    /// <summary>Who reads history must not drive out what others are about to read.</summary>
    private const long RecentDistance = 1_024;

    /// <summary>After how many records those who follow are woken although more are to be read.</summary>
    private const int RecordsBetweenWakes = FeedTail.Capacity / 4;

    private readonly Lock gate = new();
    private readonly RecentRecords recent = new(MaximumRecent, MaximumRecentBytes);
    private FeedTail? tail;
    private int readers;

    /// <summary>Somebody follows from now on.</summary>
    public FeedTail Enter()
    {
        lock (gate)
        {
            readers++;
            if (tail is null)
            {
                tail = new FeedTail(new FeedPosition(journal.GetPartitions(tenant)));
                _ = ReadAsync(tail);
            }

            return tail;
        }
    }

    /// <summary>Somebody follows no longer; with the last one goes what they shared.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--readers == 0)
            {
                tail?.End();
                tail = null;
                recent.Clear();
            }
        }
    }

    /// <summary>The records of a partition behind a sequence, up to another one.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="after">The last record that is not wanted.</param>
    /// <param name="last">The last one that is.</param>
    /// <param name="isShared"><see cref="FeedRecord.IsShared"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<FeedRecord> ReadAsync(int partition, long after, long last, bool isShared, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = after + 1;
        while (next <= last && recent.Find(partition, next) is { } known)
        {
            yield return new FeedRecord(partition, next++, known) { IsShared = isShared };
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

                yield return new FeedRecord(partition, batch.FirstSequence + i, record) { IsShared = isShared };
            }

            if (batch.FirstSequence + batch.Count > last)
            {
                yield break;
            }
        }
    }

    /// <summary>Reads for all, until nobody follows.</summary>
    private async Task ReadAsync(FeedTail into)
    {
        await Task.Yield();
        try
        {
            for (var (_, place) = into.Join(); !into.IsEnded;)
            {
                var next = journal.NextCommit;
                await ReadAsync(into, place);
                await next;
            }
        }
        catch (Exception failure)
        {
            into.Fail(failure);
        }
    }

    /// <summary>Reads what has come since.</summary>
    private async Task ReadAsync(FeedTail into, FeedPosition place)
    {
        var read = 0;
        foreach (var end in journal.GetPartitions(tenant))
        {
            if (place[end.Partition] >= end.LastSequence)
            {
                continue;
            }

            await foreach (var record in ReadAsync(end.Partition, place[end.Partition], end.LastSequence, isShared: true, CancellationToken.None))
            {
                into.Append(record);
                if (++read % RecordsBetweenWakes == 0)
                {
                    into.Wake();
                }
            }

            place[end.Partition] = end.LastSequence;
        }

        if (read % RecordsBetweenWakes != 0)
        {
            into.Wake();
        }
    }
}
