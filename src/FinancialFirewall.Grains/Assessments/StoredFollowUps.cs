using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Finds what happened to an assessment after its first decision: follow-ups have the hash of its reference and stand in its partition, so that the index of references finds
/// them beside it. Safe for many callers.
/// </summary>
public sealed class StoredFollowUps(IJournal journal, IReferenceIndex references)
{
    private const int UsualCandidates = 8;

    /// <summary>What happened since, and is committed, oldest first.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<FollowUp>> FindAsync(TenantId tenant, ReadOnlyMemory<byte> assessment, CancellationToken cancellationToken = default)
    {
        var (partition, sequence, hash) = NameOf(assessment);
        var candidates = new RecordAddress[UsualCandidates];
        var count = await references.FindAsync(tenant, hash, candidates, cancellationToken);
        if (count > candidates.Length)
        {
            candidates = new RecordAddress[count];
            count = await references.FindAsync(tenant, hash, candidates, cancellationToken);
        }

        // A record that is being moved can be in two places for a moment.
        var later = candidates.Take(count).Where(one => one.Partition == partition && one.Sequence > sequence).Select(static one => one.Sequence);
        var found = new List<FollowUp>();
        foreach (var candidate in later.Distinct().Order())
        {
            if (await journal.ReadRecordAsync(tenant, partition, candidate, cancellationToken) is { } record && Read(record.Bytes, sequence) is { } followUp)
            {
                found.Add(followUp);
            }
        }

        return found;
    }

    /// <summary>Where an assessment stands.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async ValueTask<AssessmentStanding> GetStandingAsync(TenantId tenant, ReadOnlyMemory<byte> assessment, CancellationToken cancellationToken = default)
        => AssessmentStanding.Of(new AssessmentRecord(assessment.Span).Decision, await FindAsync(tenant, assessment, cancellationToken));

    private static (int Partition, long Sequence, ulong Hash) NameOf(ReadOnlyMemory<byte> assessment)
    {
        var header = new RecordHeader(assessment.Span);
        return (header.Partition, header.Sequence, header.ReferenceHash);
    }

    private static FollowUp? Read(ReadOnlyMemory<byte> bytes, long assessment)
    {
        if (new RecordHeader(bytes.Span).Kind != RecordKind.FollowUp)
        {
            return null;
        }

        var record = new FollowUpRecord(bytes.Span);
        return record.AssessmentSequence == assessment ? record.Read() : null;
    }
}
