using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Decides payments as if they came now, each beside the same history, and keeps nothing.</summary>
internal static class BatchPreview
{
    /// <summary>The decisions, as records without a sequence.</summary>
    public static AssessmentAnswer[] Decide(PartitionIdentity partition, PaymentBatch batch, PartitionBook book, Instant now)
    {
        var answers = new AssessmentAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var payment = new PackedPayment(batch[i]);
            var at = book.TimeOf(payment, batch.Clock, now);
            book.Decide(batch.Bytes, batch.Starts[i], payment.Bytes.Length, at, keyedValues: null, out var outcome);
            var room = new byte[RecordRoom.Of(book.Policy, payment.Bytes.Length)];
            var length = AssessmentRecordWriter.Write(room, new RecordStamp(partition.Number, Sequence: 0, ProcessingMicroseconds: 0), book.Frame, outcome, book.Policy);
            answers[i] = new AssessmentAnswer(room.AsMemory(0, length), IsDuplicate: false, Refusal: null);
        }

        return answers;
    }
}
