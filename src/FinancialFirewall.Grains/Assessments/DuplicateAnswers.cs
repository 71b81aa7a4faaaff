using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Answers the payments of a batch whose reference somebody else had first: with the first answer, or with what differs.</summary>
internal sealed class DuplicateAnswers(PartitionIdentity partition, IGrainFactory grains, IJournal journal)
{
    /// <summary>Answers every payment that the batch did not decide itself and that was not refused yet.</summary>
    public async Task AnswerAsync(BatchInFlight batch)
    {
        for (var i = 0; i < batch.Items.Length; i++)
        {
            if (batch.Items[i].Sequence == 0 && batch.Answers[i] is null)
            {
                var first = await FirstRecordAsync(batch.Items[i]);
                batch.Answers[i] = first.IsEmpty
                    ? AssessmentAnswer.Refused(AssessmentErrors.ReferenceBusy(batch.Items[i].Reference))
                    : Compare(first, batch.Payments[i]);
            }
        }
    }

    private static AssessmentAnswer Compare(ReadOnlyMemory<byte> record, ReadOnlySpan<byte> packed)
    {
        var first = new AssessmentRecord(record.Span).Payment;
        var differences = PaymentComparer.Differences(first, new PackedPayment(packed));
        return differences.Count == 0
            ? new AssessmentAnswer(record, IsDuplicate: true, Refusal: null)
            : new AssessmentAnswer(
                default,
                IsDuplicate: false,
                AssessmentErrors.ReferenceReused(Encoding.UTF8.GetString(first.Text(PaymentMember.TransactionReference)), differences));
    }

    private async ValueTask<ReadOnlyMemory<byte>> FirstRecordAsync(BatchItem item)
    {
        if (item.Other is { } other)
        {
            await other.Finished;
            return await FirstOfAsync(other, item.OtherIndex);
        }

        var claim = item.Claim;
        if (claim.Partition == partition.Number)
        {
            var record = await journal.ReadRecordAsync(partition.Tenant, partition.Number, claim.Sequence);
            return record?.Bytes ?? default;
        }

        var owner = grains.GetGrain<ITransactionGrain>(TenantGrainKeys.Numbered(partition.Tenant, claim.Partition));
        return claim.State == ReferenceState.Committed ? await owner.Read(claim.Sequence) : await owner.Find(item.Reference);
    }

    /// <summary>The record of a payment that another batch of this partition had, or learned of, first.</summary>
    private ValueTask<ReadOnlyMemory<byte>> FirstOfAsync(BatchInFlight other, int index)
    {
        ref readonly var item = ref other.Items[index];
        return item.Sequence != 0 && other.IsCommitted
            ? new(other.Answers[index].Record)
            : item.Claim.State == ReferenceState.Free ? default : FirstRecordAsync(item);
    }
}
