using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>For a site where no partition is at work: what waits is seen in the journal, assessment by assessment.</summary>
public sealed class UnknownOpenAssessments : IOpenAssessments
{
    /// <inheritdoc/>
    public Task<IReadOnlySet<RecordAddress>?> FindOpenAsync(TenantId tenant) => Task.FromResult<IReadOnlySet<RecordAddress>?>(null);
}
