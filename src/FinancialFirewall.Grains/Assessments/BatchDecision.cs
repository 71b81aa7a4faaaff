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

    private readonly RecordBatch records = new();

    /// <summary>How much room the batch can take in the journal at the most.</summary>
    public static int RequiredBytes(PaymentBatch payments, CompiledPolicy policy)
    {
        var bytes = 0;
        for (var i = 0; i < payments.Count; i++)
        {
            bytes = checked(bytes + RecordRoom.Of(policy, new PackedPayment(payments[i]).Bytes.Length));
        }

        return RecordBatch.RequiredBytesFor(payments.Count, bytes);
    }

    /// <summary>Decides, records and appends. The assessments may be shown once the position is committed.</summary>
    /// <param name="batch">The payments.</param>
    /// <param name="startedAt">The time provider's timestamp of their arrival.</param>
    /// <param name="book">What the partition decides from.</param>
    /// <param name="reservation">Room for them in the journal.</param>
    /// <returns>What was decided and what to commit, or why nothing could be appended.</returns>
    public Result<(DecidedBatch Decided, JournalPosition Position)> DecideAll(
        PartitionBatch batch, long startedAt, PartitionBook book, JournalReservation reservation)
    {
        records.Clear();
        var first = book.LastSequence + 1;
        if (journal.GetNextSequence(partition.Tenant, partition.Number) != first)
        {
            return AssessmentErrors.PartitionMoved(partition);
        }

        var now = Instant.From(time.GetUtcNow());
        var ends = new int[batch.Payments.Count];
        var hasReleases = false;
        var microseconds = 0L;
        book.Approach(batch.Payments);
        for (var i = 0; i < ends.Length; i++)
        {
            hasReleases |= !CompiledPolicy.CountsInWindows(new PackedPayment(batch.Payments[i]).Kind);
            microseconds = i % TimedTogether == 0 ? (long)time.GetElapsedTime(startedAt).TotalMicroseconds : microseconds;
            Decide(batch, i, microseconds, book, now);
            ends[i] = records.RecordBytes;
        }

        // What the journal refuses is a later epoch, or what somebody in one has written: the partition is somebody else's.
        var appended = journal.Append(partition.Tenant, partition.Number, partition.Epoch, first, records, reservation);
        return appended.IsSuccess
            ? (new DecidedBatch(CopyRecords(), ends, book.Policy.Version, hasReleases), appended.Value)
            : AssessmentErrors.PartitionMoved(partition);
    }

    private byte[] CopyRecords()
    {
        var copy = GC.AllocateUninitializedArray<byte>(records.RecordBytes);
        records.Records.CopyTo(copy);
        return copy;
    }

    private void Decide(PartitionBatch batch, int index, long microseconds, PartitionBook book, Instant now)
    {
        var payment = new PackedPayment(batch.Payments[index]);
        var at = book.TimeOf(payment, batch.Payments.Clock, now);
        var length = payment.Bytes.Length;
        var outcome = book.Decide(batch.Payments.Bytes, batch.Payments.Starts[index], length, at, batch.Keyed?[index]);
        var room = records.GetSpan(RecordRoom.Of(book.Policy, length));

        // Written before the history takes the payment in: the aggregates' texts stand there, and this payment's take their place.
        var stamp = new RecordStamp(partition.Number, book.LastSequence + 1, microseconds);
        var written = AssessmentRecordWriter.Write(room, stamp, book.Frame, outcome, book.Policy);
        records.Add(written, payment.ReferenceHash);
        book.Record(outcome);
    }
}
