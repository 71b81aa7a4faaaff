using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Answers the payments of a batch whose reference somebody else had first: with the first answer, or with what differs.</summary>
internal sealed class DuplicateAnswers(TenantGrains grains)
{
    /// <summary>How often a claim is waited for; each time the one before it ended without a decision.</summary>
    private const int MaximumWaits = 8;

    /// <summary>The answer of a payment whose reference somebody else had first.</summary>
    public async Task<AssessmentAnswer> AnswerAsync(ReadOnlyMemory<byte> payment, ReferenceClaim claim)
    {
        var reference = KeyOf(payment.Span);
        var first = await FirstRecordAsync(reference, claim);
        return first.IsEmpty
            ? AssessmentAnswer.Refused(AssessmentErrors.ReferenceBusy(reference))
            : await FollowAsync(Compare(first, payment.Span));
    }

    /// <summary>The same answer with what happened since: to a payment that waits for nobody, nothing that changes its decision.</summary>
    private async ValueTask<AssessmentAnswer> FollowAsync(AssessmentAnswer answer)
    {
        if (answer.Refusal is not null || Waiting(answer.Record) is not { } address)
        {
            return answer;
        }

        return answer with { FollowUps = await grains.Partition(address.Partition).ReadFollowUps(address.Sequence) };
    }

    private static RecordAddress? Waiting(ReadOnlyMemory<byte> record)
    {
        var first = new AssessmentRecord(record.Span);
        return AssessmentStanding.Waits(first.Decision) ? new RecordAddress(first.Partition, first.Sequence) : null;
    }

    /// <summary>The answer of a payment when that of the first one did not come.</summary>
    public static AssessmentAnswer Busy(ReadOnlyMemory<byte> payment) => AssessmentAnswer.Refused(AssessmentErrors.ReferenceBusy(KeyOf(payment.Span)));

    /// <summary>The committed assessment of a reference, after waiting for one that is being decided; empty when there is none.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> FirstRecordAsync(ReferenceKey reference, ReferenceClaim claim)
    {
        var shard = grains.ShardOf(reference);
        for (var i = 0; i < MaximumWaits && claim.State == ReferenceState.InFlight; i++)
        {
            await shard.WaitForSettlement(reference);
            claim = await shard.Find(reference);
        }

        return claim.State != ReferenceState.Committed ? default
            : IsEnough(claim.Record) ? claim.Record
            : await grains.Partition(claim.Partition).Read(claim.Sequence);
    }

    /// <summary>Whether a record need not be asked of its partition. That of a refund is: to be asked makes a partition send what an original has not heard.</summary>
    private static bool IsEnough(ReadOnlyMemory<byte> record)
        => !record.IsEmpty && CompiledPolicy.CountsInWindows(new AssessmentRecord(record.Span).Payment.Kind);

    private static ReferenceKey KeyOf(ReadOnlySpan<byte> packed)
    {
        var payment = new PackedPayment(packed);
        return new ReferenceKey(payment.ReferenceHash, payment.Text(PaymentMember.TransactionReference).ToArray());
    }

    private static AssessmentAnswer Compare(ReadOnlyMemory<byte> record, ReadOnlySpan<byte> packed)
    {
        var first = new AssessmentRecord(record.Span).Payment;
        var differences = PaymentComparer.Differences(first, new PackedPayment(packed));
        return differences.Count == 0 || PlantedBugs.AcceptOtherBody
            ? new AssessmentAnswer(record, IsDuplicate: true, Refusal: null)
            : AssessmentAnswer.Refused(
                AssessmentErrors.ReferenceReused(Encoding.UTF8.GetString(first.Text(PaymentMember.TransactionReference)), differences));
    }
}
