using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>
/// Follows tenants' journals: every record from a place on, in the order of its partition, and then each new one when it is committed. Who follows reads at its
/// own pace and holds nobody up; nothing waits in memory for it. Where nobody follows, nothing is done.
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
        feed.Enter();
        try
        {
            while (true)
            {
                foreach (var end in journal.GetPartitions(tenant))
                {
                    await foreach (var record in feed.ReadAsync(end.Partition, place[end.Partition], end.LastSequence, cancellationToken))
                    {
                        place[record.Partition] = record.Sequence;
                        yield return (record, place);
                    }

                    place[end.Partition] = end.LastSequence;
                }

                await feed.WaitAsync(place.Total).WaitAsync(cancellationToken);

                // All who follow are woken by one: without this they would work one after the other.
                await Task.Yield();
            }
        }
        finally
        {
            feed.Leave();
        }
    }
}
