using System.Globalization;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Storage.Snapshots;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Saves and loads the snapshots that bound a partition's recovery.</summary>
public sealed partial class PartitionSnapshots(SnapshotStore store, ILogger<PartitionSnapshots> logger)
{
    /// <summary>How many records a recovery replays at the most, as long as snapshots can be written.</summary>
    public const int DefaultRecordsBetween = 100_000;

    /// <summary>How many records there are at least between two snapshots, however little these hold.</summary>
    public const int LeastRecordsBetween = 20_000;

    /// <summary>After how many records the next snapshot is due at the latest.</summary>
    internal int RecordsBetween { get; init; } = DefaultRecordsBetween;

    /// <summary>
    /// After how many records the next snapshot is due: as many as there are accounts, so that writing an account once goes with writing one record, and few accounts
    /// recover fast.
    /// </summary>
    internal int RecordsUntilDue(int accounts) => Math.Clamp(accounts, Math.Min(LeastRecordsBetween, RecordsBetween), RecordsBetween);

    /// <summary>The newest snapshot that fits a plan; null when there is none, or windows of the plan are not in it.</summary>
    internal async Task<PartitionSnapshot?> LoadAsync(PartitionIdentity partition, WindowPlan plan)
    {
        var loaded = await store.LoadAsync(partition.Tenant, NameOf(partition));
        foreach (var damage in loaded.Skipped)
        {
            LogDamaged(partition.Tenant.Name, partition.Number, damage.ToString());
        }

        var snapshot = loaded.Snapshot is null ? null : PartitionSnapshot.Read(loaded.Snapshot.Bytes.Span);
        return snapshot is not null && plan.Windows.All(window => snapshot.Histories.Plan.IndexOf(window.Id) >= 0)
            ? snapshot with { Histories = snapshot.Histories.Replan(plan) }
            : null;
    }

    /// <summary>A partition as it is now, as bytes; to be disposed once they are saved.</summary>
    /// <param name="book">What it decides from.</param>
    /// <param name="ledger">What it has released.</param>
    /// <param name="expectedBytes">About how many bytes that will be.</param>
    internal static SnapshotBuffer Serialize(PartitionBook book, ReleaseLedger ledger, int expectedBytes)
    {
        ledger.Trim(book.Clock);
        var output = new SnapshotBuffer(book.LastSequence, expectedBytes);
        new PartitionSnapshot(book.LastSequence, book.Clock, ledger, book.Reviews, book.Histories).WriteTo(output);
        return output;
    }

    /// <summary>Saves a snapshot; all records up to its sequence must be committed.</summary>
    internal async Task SaveAsync(PartitionIdentity partition, SnapshotBuffer snapshot)
    {
        try
        {
            await store.SaveAsync(partition.Tenant, NameOf(partition), snapshot.LastSequence, snapshot.Written);
        }
        catch (IOException problem)
        {
            // Nothing is lost without a snapshot: the journal has everything, and recovery takes longer.
            LogNotSaved(problem, partition.Tenant.Name, partition.Number);
        }
    }

    /// <summary>Saves a partition and deletes all other snapshots of it: none of them is to be read again.</summary>
    /// <exception cref="IOException">The disk could not keep it, or could not delete others.</exception>
    internal ValueTask ReplaceAllAsync(PartitionIdentity partition, SnapshotBuffer snapshot)
        => store.ReplaceAllAsync(partition.Tenant, NameOf(partition), snapshot.LastSequence, snapshot.Written);

    private static string NameOf(PartitionIdentity partition) => string.Create(CultureInfo.InvariantCulture, $"partition-{partition.Number}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of partition {Partition} of tenant '{Tenant}' could not be saved; recovery will take longer.")]
    private partial void LogNotSaved(Exception problem, string tenant, int partition);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A snapshot of partition {Partition} of tenant '{Tenant}' is damaged and not used; recovery takes longer. {Damage}")]
    private partial void LogDamaged(string tenant, int partition, string damage);
}
