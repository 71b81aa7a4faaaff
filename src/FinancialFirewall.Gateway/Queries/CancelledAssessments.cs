using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Which assessments of a tenant were cancelled: their own records do not say it, what happened to them later does.</summary>
internal sealed class CancelledAssessments(AssessmentSearch search)
{
    /// <summary>How many are found, the latest cancelled first.</summary>
    public const int Maximum = AssessmentQuery.MaximumCounted;

    /// <summary>The cancelled assessments, at most <see cref="Maximum"/>.</summary>
    public async Task<IReadOnlySet<RecordAddress>> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var found = new HashSet<RecordAddress>();
        var query = new AssessmentQuery { Kind = RecordKind.FollowUp, Statuses = [AssessmentStatus.Released], Size = AssessmentQuery.MaximumSize };
        do
        {
            var page = (await search.FindAsync(tenant, query, cancellationToken)).Value;
            found.UnionWith(page.Assessments.Select(static one => new RecordAddress(one.Address.Partition, AssessmentOf(one))));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null && found.Count < Maximum);
        return found;
    }

    private static long AssessmentOf(FoundAssessment followUp) => new FollowUpRecord(followUp.Record.Span).AssessmentSequence;
}
