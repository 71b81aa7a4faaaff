using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>Says which assessments wait for a person now.</summary>
public interface IOpenAssessments
{
    /// <summary>All that wait; null where that is known of each one alone, as on a site that follows another one.</summary>
    Task<IReadOnlySet<RecordAddress>?> FindOpenAsync(TenantId tenant);
}
