using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Brings the batches of one partition to the point where they can be decided at once: with the values of the keyed windows of the policy in force, and with
/// room in the journal. They get there in the order in which they came: a batch that has to wait is not overtaken.
/// </summary>
internal sealed class BatchAdmission(TenantGrains grains, int partition, IJournal journal, PartitionBook book, TimeProvider time)
{
    /// <summary>How often that begins anew because policies are published faster.</summary>
    private const int MaximumAttempts = 8;

    private readonly Turns turns = new();

    /// <summary>Waits until a batch can be decided. Whoever gets it decides without waiting for anything, and then disposes what it got.</summary>
    public async ValueTask<Result<AdmittedBatch>> AdmitAsync(PartitionBatch batch)
    {
        await turns.TakeAsync();
        var isAdmitted = false;
        try
        {
            var admitted = await PrepareAsync(batch);
            isAdmitted = admitted.IsSuccess;
            return admitted;
        }
        finally
        {
            if (!isAdmitted)
            {
                turns.End();
            }
        }
    }

    private async ValueTask<Result<AdmittedBatch>> PrepareAsync(PartitionBatch batch)
    {
        for (var i = 0; i < MaximumAttempts; i++)
        {
            var policy = book.Policy;
            var own = batch.IsObservedFor(policy) ? null : new BatchObservations(grains, policy, Instant.From(time.GetUtcNow()));
            var observed = own is null ? batch : await ObserveAsync(own, batch, policy);
            var reserved = await journal.ReserveAsync(BatchDecision.RequiredBytes(batch.Payments, policy));
            if (reserved.IsSuccess && ReferenceEquals(policy, book.Policy))
            {
                return new AdmittedBatch(observed, reserved.Value, own, turns);
            }

            await GiveBackAsync(reserved, own);
            if (!reserved.IsSuccess)
            {
                return Result.Failure<AdmittedBatch>(reserved.Errors);
            }
        }

        return AssessmentErrors.PolicyChanging;
    }

    private static Task GiveBackAsync(Result<JournalReservation> reserved, BatchObservations? observations)
    {
        if (reserved.IsSuccess)
        {
            reserved.Value.Dispose();
        }

        return observations?.SettleAsync(static (_, _) => false) ?? Task.CompletedTask;
    }

    /// <summary>Counts a batch at its other keys by the policy in force, since whoever sent it knew of another one.</summary>
    private async Task<PartitionBatch> ObserveAsync(BatchObservations observations, PartitionBatch batch, CompiledPolicy policy)
    {
        var keyed = await observations.ObserveAsync(batch.Payments, partition);
        return batch with { ObservedBy = policy.Version, Keyed = keyed };
    }
}
