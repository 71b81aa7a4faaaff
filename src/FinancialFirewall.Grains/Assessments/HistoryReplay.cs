using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Puts a partition's stored records into histories, in their order, without deciding anything anew.</summary>
internal sealed class HistoryReplay(TenantId tenant, PolicyCatalog catalog, HistoryTable histories, CompiledPolicy policy)
{
    private readonly StoredContributions contributions = new(histories.Plan, policy);
    private CompiledPolicy ownPolicy = policy;

    /// <summary>The histories that are filled.</summary>
    public HistoryTable Histories => histories;

    /// <summary>Applies one record.</summary>
    public async ValueTask ApplyAsync(ReadOnlyMemory<byte> record)
    {
        var kind = new RecordHeader(record.Span).Kind;
        if (kind != RecordKind.Assessment)
        {
            // What happens to an assessment later changes no window by itself: what it gives back is a release of its own.
            Take(kind, record);
            return;
        }

        var version = new AssessmentRecord(record.Span).PolicyVersion;
        if (ownPolicy.Version != version)
        {
            ownPolicy = await catalog.GetAsync(tenant, version);
        }

        Record(record, ownPolicy);
    }

    private void Take(RecordKind kind, ReadOnlyMemory<byte> record)
    {
        switch (kind)
        {
            case RecordKind.Release:
                Release(record);
                break;
            case RecordKind.FollowUp:
                break;
            default:
                throw new InvalidDataException($"Record {new RecordHeader(record.Span).Sequence} of '{tenant}' is of kind {(byte)kind}, which a newer program wrote: start that one.");
        }
    }

    /// <summary>Puts a payment into its account's history.</summary>
    /// <param name="bytes">The assessment.</param>
    /// <param name="decidedBy">The policy that decided it.</param>
    public void Record(ReadOnlyMemory<byte> bytes, CompiledPolicy decidedBy)
    {
        var record = new AssessmentRecord(bytes.Span);
        AccountEntries.Record(histories, record.Payment, record.AssessedAt, contributions.Of(bytes, decidedBy), record.Outcome.IsAccepted);
    }

    /// <summary>Takes a released amount out of its account's sums.</summary>
    public void Release(ReadOnlyMemory<byte> bytes)
    {
        var release = new ReleaseRecord(bytes.Span);
        var payment = release.OriginalPayment;
        if (payment.ErasedAt is not null)
        {
            return;
        }

        var entry = histories.Find(payment.Text(PaymentMember.FromAccountNumber), payment.AccountHash);
        if (entry != HistoryTable.Unseen && !PlantedBugs.ForgetReleasesOnReplay)
        {
            histories.Release(entry, release.Header.At, release.OriginalAssessedAt, contributions.OfRelease(bytes), release.IsEntire);
        }
    }
}
