using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.References;

/// <summary>Finds the committed assessment of a reference: the index names candidates, the records themselves decide.</summary>
internal static class ReferenceLookup
{
    private const int UsualCandidates = 4;

    /// <summary>Where the assessment is, and its record; null when there is none.</summary>
    public static async ValueTask<(RecordAddress Address, ReadOnlyMemory<byte> Record)?> FindAsync(
        IJournal journal, IReferenceIndex references, TenantId tenant, ReferenceKey reference)
    {
        var candidates = new RecordAddress[UsualCandidates];
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
                return (address, record.Bytes);
            }
        }

        return null;
    }

    private static bool IsAssessmentOf(ReadOnlySpan<byte> record, ReferenceKey reference)
        => new RecordHeader(record).Kind == RecordKind.Assessment
            && new AssessmentRecord(record).Payment.Text(PaymentMember.TransactionReference).SequenceEqual(reference.Utf8.Span);
}
