using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Decides the payments of a batch that are the batch's own, and appends them to the journal, in one go and without waiting.</summary>
internal sealed class BatchDecision(PartitionIdentity partition, IJournal journal, TimeProvider time)
{
    private readonly RecordBatch records = new();

    /// <summary>How much room the batch can take in the journal at the most.</summary>
    public static int RequiredBytes(BatchInFlight batch, CompiledPolicy policy)
    {
        var (count, bytes) = (0, 0);
        foreach (ref readonly var item in batch.Items.AsSpan())
        {
            if (item.IsDecidedHere)
            {
                count++;
                bytes = checked(bytes + RecordRoom.Of(policy, item.Length));
            }
        }

        return count == 0 ? 0 : RecordBatch.RequiredBytesFor(count, bytes);
    }

    /// <summary>Decides, records and appends. The answers may be shown once the position is committed.</summary>
    /// <returns>What to commit, or why nothing could be appended; then nothing was recorded either.</returns>
    public Result<JournalPosition> DecideAll(BatchInFlight batch, PartitionBook book, JournalReservation reservation)
    {
        records.Clear();
        var first = book.LastSequence + 1;
        if (journal.GetNextSequence(partition.Tenant, partition.Number) != first)
        {
            return AssessmentErrors.PartitionMoved(partition);
        }

        var now = Instant.From(time.GetUtcNow());
        for (var i = 0; i < batch.Items.Length; i++)
        {
            if (batch.Items[i].IsDecidedHere)
            {
                Decide(batch, i, book, now);
            }
        }

        // What the journal refuses is a later epoch, or what somebody in one has written: the partition is somebody else's.
        var appended = journal.Append(partition.Tenant, partition.Number, partition.Epoch, first, records, reservation);
        return appended.IsSuccess ? appended : AssessmentErrors.PartitionMoved(partition);
    }

    private void Decide(BatchInFlight batch, int index, PartitionBook book, Instant now)
    {
        ref var item = ref batch.Items[index];
        var payment = new PackedPayment(batch.Payments[index]);
        var at = book.TimeOf(payment, batch.Payments.Clock, now);
        var outcome = book.Decide(batch.Payments.Bytes, item.Start, item.Length, at, item.Keyed);
        item.Sequence = book.Record(outcome);

        var room = records.GetSpan(RecordRoom.Of(book.Policy, item.Length));
        var microseconds = (long)time.GetElapsedTime(batch.StartedAt).TotalMicroseconds;
        var length = AssessmentRecordWriter.Write(room, new RecordStamp(partition.Number, item.Sequence, microseconds), book.Frame, outcome, book.Policy);
        batch.Answers[index] = new AssessmentAnswer(room[..length].ToArray(), IsDuplicate: false, Refusal: null);
        records.Add(length, item.Reference.Hash);
    }
}
