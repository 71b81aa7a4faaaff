using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// What happened, in order, for every tenant and partition, kept until it is removed because of its age. A record is opaque bytes; its identity is tenant, partition and sequence,
/// and the sequences of a partition run from 1 without gaps; what is removed is always the beginning. Partitions are numbers from 0 to 65,535. All members may be called by many at once.
/// <para>To write: <see cref="ReserveAsync"/> room, then, without an await, <see cref="Append"/>, then <see cref="CommitAsync"/>. A record is readable
/// from the moment it is committed, never before.</para>
/// </summary>
public interface IJournal
{
    /// <summary>Completes when the journal has failed, with the reason; the host then stops the process. It never completes otherwise.</summary>
    Task<JournalFailedException> Failure { get; }

    /// <summary>Completes at the first commit, of any tenant, behind the moment at which this was asked for.</summary>
    Task NextCommit { get; }

    /// <summary>What was done since the journal was opened.</summary>
    JournalCounters Counters { get; }

    /// <summary>The partitions of a tenant that have records, in ascending order, with the sequence of the last committed one.</summary>
    IReadOnlyList<PartitionEnd> GetPartitions(TenantId tenant);

    /// <summary>The tenants that have committed records, in ordinal order.</summary>
    IReadOnlyList<TenantId> GetTenants();

    /// <summary>The sequence of the first record of a partition that is kept, or will be: 1 unless the beginning was removed.</summary>
    long GetFirstSequence(TenantId tenant, int partition);

    /// <summary>The sequence of the last committed record of a partition; 0 where there is none.</summary>
    long GetCommittedSequence(TenantId tenant, int partition);

    /// <summary>The sequence that the next record must have, counting those that are appended and not yet committed; at least 1.</summary>
    long GetNextSequence(TenantId tenant, int partition);

    /// <summary>Begins a new epoch of a partition and ends all earlier ones: whoever appends with one of those is refused.</summary>
    /// <returns>The number of the new epoch, higher than any before it, also than those before a restart that wrote anything.</returns>
    long OpenEpoch(TenantId tenant, int partition);

    /// <summary>
    /// Waits until the buffer has room for <paramref name="bytes"/> (see <see cref="RecordBatch.RequiredBytes"/>) and takes it.
    /// Refusals: <c>APPEND_TOO_LARGE</c>, <c>DISK_FULL</c>, <c>SEGMENTS_BEHIND</c>, <c>JOURNAL_BUSY</c>.
    /// </summary>
    /// <exception cref="JournalFailedException">The journal has failed.</exception>
    ValueTask<Result<JournalReservation>> ReserveAsync(int bytes, CancellationToken cancellationToken = default);

    /// <summary>
    /// Copies a batch into the buffer, all or nothing, as the records from <paramref name="firstSequence"/> on; never waits.
    /// Refusals: <c>STALE_EPOCH</c>, <c>SEQUENCE_GAP</c>. An epoch that is higher than any before begins by being used.
    /// </summary>
    /// <returns>What to pass to <see cref="CommitAsync"/>. Unless somebody commits it or a later position, it stays in the buffer until that is half full
    /// or the journal is closed.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or larger than what is left of <paramref name="reservation"/>.</exception>
    /// <exception cref="JournalFailedException">The journal has failed.</exception>
    Result<JournalPosition> Append(
        TenantId tenant, int partition, long epoch, long firstSequence, RecordBatch records, JournalReservation reservation);

    /// <summary>Completes when everything up to <paramref name="position"/> is on disk; all who wait share one flush.</summary>
    /// <exception cref="JournalFailedException">The journal has failed, and the records may or may not be found at the next start.</exception>
    ValueTask CommitAsync(JournalPosition position);

    /// <summary>The committed records of a partition from <paramref name="fromSequence"/> on, or from the first one that is kept, up to those committed when the reading gets there.</summary>
    /// <remarks>A batch is valid until the next one is asked for.</remarks>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    IAsyncEnumerable<JournalBatch> ReadAsync(
        TenantId tenant, int partition, long fromSequence, CancellationToken cancellationToken = default);

    /// <summary>One committed record; <see langword="null"/> where there is no such record, or it was removed.</summary>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    ValueTask<JournalRecord?> ReadRecordAsync(TenantId tenant, int partition, long sequence, CancellationToken cancellationToken = default);
}
