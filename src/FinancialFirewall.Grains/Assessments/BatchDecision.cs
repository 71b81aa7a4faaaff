using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Decides the payments of a batch and appends them to the journal, in one go and without waiting.</summary>
internal sealed class BatchDecision(PartitionIdentity partition, IJournal journal, TimeProvider time)
{
    /// <summary>How many payments share a look at the clock for how long they took: it costs as much as a hundredth of a decision.</summary>
    private const int TimedTogether = 8;

    /// <summary>What a thread keeps for its next batch, in bytes of records: seven times what a partition gets of a full batch.</summary>
    private const int MaximumKeptBytes = 256 * 1024;

    // One a thread and not one a partition: partitions decide one after the other, and each of their own would be far away whenever its turn comes.
    private static readonly ThreadLocal<RecordBatch?> Spare = new();

    /// <summary>How much room the batch can take in the journal at the most.</summary>
    public static int RequiredBytes(PaymentBatch payments, CompiledPolicy policy)
        => RecordBatch.RequiredBytesFor(payments.Count, checked((payments.Count * RecordRoom.Of(policy, paymentLength: 0)) + payments.Bytes.Length));

    /// <summary>Decides, records and appends. The assessments may be shown once the position is committed.</summary>
    /// <param name="batch">The payments.</param>
    /// <param name="startedAt">The time provider's timestamp of their arrival.</param>
    /// <param name="book">What the partition decides from.</param>
    /// <param name="reservation">Room for them in the journal.</param>
    /// <returns>What was decided and what to commit, or why nothing could be appended.</returns>
    public Result<(DecidedBatch Decided, JournalPosition Position)> DecideAll(
        PartitionBatch batch, long startedAt, PartitionBook book, JournalReservation reservation)
    {
        var first = book.LastSequence + 1;
        if (journal.GetNextSequence(partition.Tenant, partition.Number) != first)
        {
            return AssessmentErrors.PartitionMoved(partition);
        }

        var records = TakeSpare();
        var now = Instant.From(time.GetUtcNow());
        var ends = new int[batch.Payments.Count];
        var hasReleases = false;
        var microseconds = 0L;
        book.Approach(batch.Payments);
        for (var i = 0; i < ends.Length; i++)
        {
            hasReleases |= !CompiledPolicy.CountsInWindows(new PackedPayment(batch.Payments[i]).Kind);
            microseconds = i % TimedTogether == 0 ? (long)time.GetElapsedTime(startedAt).TotalMicroseconds : microseconds;
            Decide(batch, i, microseconds, book, now, records);
            ends[i] = records.RecordBytes;
        }

        // What the journal refuses is a later epoch, or what somebody in one has written: the partition is somebody else's.
        var appended = journal.Append(partition.Tenant, partition.Number, partition.Epoch, first, records, reservation);
        if (!appended.IsSuccess)
        {
            return AssessmentErrors.PartitionMoved(partition);
        }

        var decided = new DecidedBatch(Copy(records.Records), ends, book.Policy.Version, hasReleases);
        Spare.Value = records.RecordBytes <= MaximumKeptBytes ? records : null;
        return (decided, appended.Value);
    }

    private static RecordBatch TakeSpare()
    {
        var taken = Spare.Value ?? new RecordBatch();
        Spare.Value = null;
        taken.Clear();
        return taken;
    }

    private static byte[] Copy(ReadOnlySpan<byte> records)
    {
        var copy = GC.AllocateUninitializedArray<byte>(records.Length);
        records.CopyTo(copy);
        return copy;
    }

    private void Decide(PartitionBatch batch, int index, long microseconds, PartitionBook book, Instant now, RecordBatch records)
    {
        var payment = new PackedPayment(batch.Payments[index]);
        var at = book.TimeOf(payment, batch.Payments.Clock, now);
        var length = payment.Bytes.Length;
        book.Decide(batch.Payments.Bytes, batch.Payments.Starts[index], length, at, batch.Keyed?[index], out var outcome);
        var room = records.GetSpan(RecordRoom.Of(book.Policy, length));

        // Written before the history takes the payment in: the aggregates' texts stand there, and this payment's take their place.
        var stamp = new RecordStamp(partition.Number, book.LastSequence + 1, microseconds);
        var written = AssessmentRecordWriter.Write(room, stamp, book.Frame, outcome, book.Policy);
        records.Add(written, payment.ReferenceHash);
        book.Record(outcome);
    }
}
