using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Finds assessments in the journal alone, where nothing is being decided: on a site that follows another one.</summary>
public sealed class StoredAssessments(IJournal journal, IReferenceIndex references, StoredFollowUps followUps) : IAssessmentFinder
{
    /// <inheritdoc/>
    public async Task<AssessmentAnswer?> FindAsync(TenantId tenant, AssessmentId id, CancellationToken cancellationToken)
    {
        if (!id.BelongsTo(tenant))
        {
            return null;
        }

        var record = await ReadAsync(tenant, id.Partition, id.Sequence, cancellationToken);
        return AssessmentRouter.IsOf(record, id) ? await FollowAsync(tenant, record, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async Task<AssessmentAnswer?> FindByReferenceAsync(TenantId tenant, string reference, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(reference);
        var found = await new ReferenceLookup(journal, references, tenant).FindAsync(new ReferenceKey(XxHash64.Hash(bytes), bytes));
        return found is { } committed ? await FollowAsync(tenant, committed.Record, cancellationToken) : null;
    }

    private async ValueTask<AssessmentAnswer> FollowAsync(TenantId tenant, ReadOnlyMemory<byte> record, CancellationToken cancellationToken)
        => new(record, IsDuplicate: false, Refusal: null, await followUps.FindAsync(tenant, record, cancellationToken));

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(TenantId tenant, int partition, long sequence, CancellationToken cancellationToken)
        => (await journal.ReadRecordAsync(tenant, partition, sequence, cancellationToken))?.Bytes ?? default;
}
