using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Finds an assessment again.</summary>
public interface IAssessmentFinder
{
    /// <summary>The assessment of an id; null when the tenant has none of that id.</summary>
    Task<AssessmentAnswer?> FindAsync(TenantId tenant, AssessmentId id, CancellationToken cancellationToken);

    /// <summary>The assessment of a transaction reference; null when the tenant has none.</summary>
    Task<AssessmentAnswer?> FindByReferenceAsync(TenantId tenant, string reference, CancellationToken cancellationToken);
}
