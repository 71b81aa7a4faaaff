using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Finds assessments in the journal alone, where nothing is being decided: on a site that follows another one.</summary>
public sealed class StoredAssessments(IJournal journal, IReferenceIndex references) : IAssessmentFinder
{
    /// <inheritdoc/>
    public async Task<AssessmentAnswer?> FindAsync(TenantId tenant, AssessmentId id, CancellationToken cancellationToken)
    {
        if (!id.BelongsTo(tenant))
        {
            return null;
        }

        var record = await ReadAsync(tenant, id.Partition, id.Sequence, cancellationToken);
        return AssessmentRouter.IsOf(record, id) ? new AssessmentAnswer(record, IsDuplicate: false, Refusal: null) : null;
    }

    /// <inheritdoc/>
    public async Task<AssessmentAnswer?> FindByReferenceAsync(TenantId tenant, string reference, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(reference);
        var found = await new ReferenceLookup(journal, references, tenant).FindAsync(new ReferenceKey(XxHash64.Hash(bytes), bytes));
        return found is { } address
            ? new AssessmentAnswer(await ReadAsync(tenant, address.Partition, address.Sequence, cancellationToken), IsDuplicate: false, Refusal: null)
            : null;
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(TenantId tenant, int partition, long sequence, CancellationToken cancellationToken)
        => (await journal.ReadRecordAsync(tenant, partition, sequence, cancellationToken))?.Bytes ?? default;
}
