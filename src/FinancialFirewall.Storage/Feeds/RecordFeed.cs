using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>
/// Follows tenants' journals: every record from a place on, in the order of its partition, and then each new one when it is committed. What comes is read once for all who follow a tenant
/// (<see cref="FeedTail"/>). Each takes it at its own pace and holds nobody up: who is too slow for that reads the journal itself. Where nobody follows, nothing is done.
/// </summary>
public sealed class RecordFeed(IJournal journal)
{
    private readonly ConcurrentDictionary<TenantId, TenantFeed> feeds = new();

    /// <summary>Where a tenant's journal ends now.</summary>
    public FeedPosition End(TenantId tenant) => new(journal.GetPartitions(tenant));

    /// <summary>Reads a place that was given to the outside. Refusals: <c>CURSOR_INVALID</c>, <c>CURSOR_AHEAD</c>.</summary>
    public Result<FeedPosition> Open(TenantId tenant, string cursor)
    {
        var read = FeedPosition.Read(cursor, tenant);
        return read.IsSuccess && read.Value.Partitions.Any(partition => read.Value[partition] > journal.GetCommittedSequence(tenant, partition))
            ? FeedErrors.Ahead(cursor)
            : read;
    }

    /// <summary>
    /// Every record behind a place, each with the place behind it, until nobody wants more. What was removed because of its age is passed over. The place is moved on
    /// with each record: read it before the next one is asked for.
    /// </summary>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    public async IAsyncEnumerable<(FeedRecord Record, FeedPosition Place)> ReadAsync(
        TenantId tenant, FeedPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = after.Copy();
        var feed = feeds.GetOrAdd(tenant, static (key, source) => new TenantFeed(source, key), journal);
        var tail = feed.Enter();
        try
        {
            while (true)
            {
                var (next, joined) = tail.Join();
                foreach (var partition in joined.Partitions)
                {
                    await foreach (var record in feed.ReadAsync(partition, place[partition], joined[partition], isShared: false, cancellationToken))
                    {
                        place[partition] = record.Sequence;
                        yield return (record, place);
                    }

                    place[partition] = Math.Max(place[partition], joined[partition]);
                }

                // Who was here before the others comes to the same place as they are once they have heard of all that it has.
                var ahead = place.AheadOf(joined);
                for (; await ComeAsync(tail, next, cancellationToken) is { } record; next++)
                {
                    if (record.Sequence > place[record.Partition])
                    {
                        place[record.Partition] = record.Sequence;
                        yield return (ahead.Count == 0 ? record : record with { IsShared = false }, place);
                    }
                    else if (ahead.TryGetValue(record.Partition, out var last) && record.Sequence >= last)
                    {
                        ahead.Remove(record.Partition);
                    }
                }
            }
        }
        finally
        {
            feed.Leave();
        }
    }

    /// <summary>The record of a number, once it has come; null where it has gone already.</summary>
    private static async ValueTask<FeedRecord?> ComeAsync(FeedTail tail, long number, CancellationToken cancellationToken)
    {
        while (!tail.HasCome(number))
        {
            await tail.WaitAsync(number).WaitAsync(cancellationToken);

            // All who follow are woken by one: without this they would work one after the other.
            await Task.Yield();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return tail.Find(number);
    }
}
