using System.Buffers;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// A partition as of one record, so that recovery only replays what came after. Little-endian; the store around it keeps a checksum.
/// <code>
///  0         4                    12                   20           24
///  +---------+--------------------+--------------------+------------+----------------+-----------+----------------+-----------+
///  | version | last sequence      | clock, µs          | refunds r  | r sequences    | originals | originals …    | see below |
///  +---------+--------------------+--------------------+------------+----------------+-----------+----------------+-----------+
///  +--------------------+-----------+----------------+------------+----------------+-----------+
///  | reviews forgotten  | reviews   | reviews …      | progresses | progresses …   | histories |    the row's first five: since version 2
///  +--------------------+-----------+----------------+------------+----------------+-----------+
///  an original: sequence (8), amount given back (8), latest at µs (8), refunds n (4), n hashes of their references (8 each)
///  a review: sequence (8), assessed at µs (8), base amount (8), decision (1), level (1), score (4)
///  a progress: sequence (8), claimed until µs (8), claimed by (4 + UTF-8), voted by (4 + UTF-8)
/// </code>
/// </summary>
/// <param name="LastSequence">The record that it goes up to.</param>
/// <param name="Clock">The partition's clock.</param>
/// <param name="Ledger">What is on its way to originals, and what was given back.</param>
/// <param name="Reviews">What waits for a person; null where the snapshot is of version 1, which does not say it.</param>
/// <param name="Histories">The histories of its accounts.</param>
internal sealed record PartitionSnapshot(long LastSequence, Instant Clock, ReleaseLedger Ledger, OpenReviews? Reviews, HistoryTable Histories)
{
    private const int FormatVersion = 2;
    private const int VersionWithoutReviews = 1;

    /// <summary>A partition without any record.</summary>
    public static PartitionSnapshot Empty(WindowPlan plan) => new(0, default, new ReleaseLedger(), new OpenReviews(), new HistoryTable(plan));

    /// <summary>Writes the layout above.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        SnapshotNumbers.Write(output, FormatVersion);
        SnapshotNumbers.Write(output, LastSequence);
        SnapshotNumbers.Write(output, Clock.UnixMicroseconds);
        SnapshotNumbers.Write(output, Ledger.Outstanding.Count);
        foreach (var refund in Ledger.Outstanding)
        {
            SnapshotNumbers.Write(output, refund);
        }

        SnapshotNumbers.Write(output, Ledger.Originals.Count);
        foreach (var (sequence, original) in Ledger.Originals)
        {
            SnapshotNumbers.Write(output, sequence);
            SnapshotNumbers.Write(output, original.AmountMinor);
            SnapshotNumbers.Write(output, original.LatestAt.UnixMicroseconds);
            SnapshotNumbers.Write(output, original.RefundHashes.Count);
            foreach (var hash in original.RefundHashes)
            {
                SnapshotNumbers.Write(output, (long)hash);
            }
        }

        ReviewSnapshot.Write(output, Reviews ?? new OpenReviews());
        Histories.WriteTo(output);
    }

    /// <summary>Reads the layout above.</summary>
    /// <returns>The snapshot; null when it is of another format version or its histories cannot be used.</returns>
    public static PartitionSnapshot? Read(ReadOnlySpan<byte> bytes)
    {
        var version = SnapshotNumbers.ReadInt32(ref bytes);
        if (version is not (FormatVersion or VersionWithoutReviews))
        {
            return null;
        }

        var (lastSequence, clock, ledger) = (SnapshotNumbers.ReadInt64(ref bytes), new Instant(SnapshotNumbers.ReadInt64(ref bytes)), new ReleaseLedger());
        for (var refunds = SnapshotNumbers.ReadInt32(ref bytes); refunds > 0; refunds--)
        {
            ledger.Expect(SnapshotNumbers.ReadInt64(ref bytes));
        }

        for (var originals = SnapshotNumbers.ReadInt32(ref bytes); originals > 0; originals--)
        {
            ledger.Restore(SnapshotNumbers.ReadInt64(ref bytes), ReadOriginal(ref bytes));
        }

        var reviews = version == VersionWithoutReviews ? null : ReviewSnapshot.Read(ref bytes);
        var histories = HistoryTable.ReadFrom(bytes);
        return histories.IsSuccess ? new PartitionSnapshot(lastSequence, clock, ledger, reviews, histories.Value) : null;
    }

    private static ReleasedOriginal ReadOriginal(ref ReadOnlySpan<byte> bytes)
    {
        var (amount, at, hashes) = (SnapshotNumbers.ReadInt64(ref bytes), new Instant(SnapshotNumbers.ReadInt64(ref bytes)), new ulong[SnapshotNumbers.ReadInt32(ref bytes)]);
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = (ulong)SnapshotNumbers.ReadInt64(ref bytes);
        }

        return new ReleasedOriginal(amount, at, hashes);
    }
}
