using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>A batch on its way through a partition: what is known of each of its payments so far.</summary>
internal sealed class BatchInFlight(PaymentBatch payments, long startedAt)
{
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PaymentBatch Payments { get; } = payments;

    /// <summary>The time provider's timestamp at arrival.</summary>
    public long StartedAt { get; } = startedAt;

    public BatchItem[] Items { get; } = CreateItems(payments);

    public AssessmentAnswer[] Answers { get; } = new AssessmentAnswer[payments.Count];

    /// <summary>Completes when this batch's own decisions are on disk, or will never be; it never fails.</summary>
    public Task Finished => finished.Task;

    /// <summary>Whether this batch's own decisions are on disk.</summary>
    public bool IsCommitted { get; private set; }

    /// <summary>The partition right after this batch was decided, where a snapshot was due; empty otherwise.</summary>
    public (long LastSequence, ReadOnlyMemory<byte> Bytes) Snapshot { get; set; }

    /// <summary>Says that this batch's own decisions are on disk.</summary>
    public void Commit() => IsCommitted = true;

    /// <summary>Says that nothing more will happen to this batch's own decisions.</summary>
    public void Finish() => finished.TrySetResult();

    /// <summary>Refuses all that the batch was to decide itself.</summary>
    public void Refuse(Error error)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i].IsDecidedHere)
            {
                Items[i].Sequence = 0;
                Answers[i] = AssessmentAnswer.Refused(error);
            }
        }
    }

    /// <summary>The committed record of one of the batch's own references; empty when there is none.</summary>
    public ReadOnlyMemory<byte> CommittedRecordOf(ReferenceKey reference)
    {
        for (var i = 0; i < Items.Length && IsCommitted; i++)
        {
            if (Items[i].Sequence != 0 && Items[i].Reference.Equals(reference))
            {
                return Answers[i].Record;
            }
        }

        return default;
    }

    private static BatchItem[] CreateItems(PaymentBatch payments)
    {
        var items = new BatchItem[payments.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new BatchItem(payments, i);
        }

        return items;
    }
}
