using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Privacy;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Brings a partition back to where the journal says it was: its newest usable snapshot, and every record after it.</summary>
public sealed class PartitionRecovery(
    IJournal journal, PolicyStore policies, PolicyCatalog catalog, PartitionSnapshots snapshots, PersonArchive persons)
{
    /// <summary>Recovers one partition, under the policy version that is committed.</summary>
    internal async Task<(PartitionBook Book, ReleaseLedger Ledger, long SavedSequence)> RecoverAsync(PartitionIdentity partition, CancellationToken cancellationToken)
    {
        var version = await policies.GetCommittedVersionAsync(partition.Tenant)
            ?? throw new InvalidOperationException($"Tenant '{partition.Tenant}' has no policy yet: publish one first.");
        var policy = await catalog.GetAsync(partition.Tenant, version);
        var saved = await snapshots.LoadAsync(partition, policy.AccountWindows);
        var start = saved is not null && (PlantedBugs.SnapshotBeforeCommit || saved.LastSequence <= journal.GetCommittedSequence(partition.Tenant, partition.Number))
            ? saved
            : PartitionSnapshot.Empty(policy.AccountWindows);
        var reviews = start.Reviews ?? await FindReviewsAsync(partition, start.LastSequence, cancellationToken);
        var book = new PartitionBook(policy, start.Histories, reviews);

        // What was removed because of its age is not replayed: histories begin with what is kept.
        book.Restore(Math.Max(start.LastSequence, journal.GetFirstSequence(partition.Tenant, partition.Number) - 1), start.Clock);
        await ReplayAsync(partition, book, start.Ledger, cancellationToken);
        if (persons.KeysOf(partition.Tenant) is { } keys)
        {
            // Snapshots and the log may be older than an erasure that a crash interrupted.
            book.Forget(keys);
        }

        return (book, start.Ledger, start.LastSequence);
    }

    /// <summary>What waits for a person, where the snapshot does not say it: from the records that the snapshot goes up to.</summary>
    private async Task<OpenReviews> FindReviewsAsync(PartitionIdentity partition, long lastSequence, CancellationToken cancellationToken)
    {
        var reviews = new OpenReviews();
        await foreach (var batch in journal.ReadAsync(partition.Tenant, partition.Number, 1, cancellationToken))
        {
            for (var i = 0; i < batch.Count && batch.FirstSequence + i <= lastSequence; i++)
            {
                reviews.Note(batch[i].Span);
            }

            if (batch.FirstSequence + batch.Count > lastSequence)
            {
                break;
            }
        }

        return reviews;
    }

    private async Task ReplayAsync(PartitionIdentity partition, PartitionBook book, ReleaseLedger ledger, CancellationToken cancellationToken)
    {
        var replay = new HistoryReplay(partition.Tenant, catalog, book.Histories, book.Policy);
        await foreach (var batch in journal.ReadAsync(partition.Tenant, partition.Number, book.LastSequence + 1, cancellationToken))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                await replay.ApplyAsync(batch[i]);
                ledger.Note(batch[i].Span);
                book.Reviews.Note(batch[i].Span);
                book.Advance(new RecordHeader(batch[i].Span).At);
            }
        }
    }
}
