using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.References;

/// <summary>
/// Finds the committed assessment of a tenant's reference: the index names candidates, the records themselves decide. For one caller at a time.
/// </summary>
internal sealed class ReferenceLookup(IJournal journal, IReferenceIndex references, TenantId tenant)
{
    private const int UsualCandidates = 4;

    private RecordAddress[] candidates = new RecordAddress[UsualCandidates];
    private ulong[] hashes = [];
    private bool[] mayBeStored = [];

    /// <summary>Says of each reference whether there may be an assessment; where it says no, there is none. Reads no disk.</summary>
    /// <param name="wanted">The references.</param>
    /// <returns>The answers in the same order, until this is asked again.</returns>
    public bool[] MayBeStored(ReadOnlySpan<ReferenceKey> wanted)
    {
        if (hashes.Length < wanted.Length)
        {
            hashes = new ulong[wanted.Length];
            mayBeStored = new bool[wanted.Length];
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            hashes[i] = wanted[i].Hash;
        }

        references.MayContain(tenant, hashes.AsSpan(0, wanted.Length), mayBeStored);
        return mayBeStored;
    }

    /// <summary>The assessment; null when there is none.</summary>
    public async ValueTask<FoundAssessment?> FindAsync(ReferenceKey reference)
    {
        var count = await references.FindAsync(tenant, reference.Hash, candidates);
        if (count > candidates.Length)
        {
            candidates = new RecordAddress[count];
            count = await references.FindAsync(tenant, reference.Hash, candidates);
        }

        for (var i = 0; i < Math.Min(count, candidates.Length); i++)
        {
            var address = candidates[i];
            var record = await journal.ReadRecordAsync(tenant, address.Partition, address.Sequence);
            if (record is not null && IsAssessmentOf(record.Bytes.Span, reference))
            {
                return new FoundAssessment(address, record.Bytes);
            }
        }

        return null;
    }

    private static bool IsAssessmentOf(ReadOnlySpan<byte> record, ReferenceKey reference)
        => new RecordHeader(record).Kind == RecordKind.Assessment
            && new AssessmentRecord(record).Payment.Text(PaymentMember.TransactionReference).SequenceEqual(reference.Utf8.Span);
}
