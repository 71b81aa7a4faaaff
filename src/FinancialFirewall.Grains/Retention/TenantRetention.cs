using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Grains.Retention;

/// <summary>What of a tenant is too old to be kept.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Years">How many years it keeps records.</param>
/// <param name="Before">Records before this time are too old.</param>
/// <param name="Segments">What goes or went, oldest first.</param>
public sealed record TenantRetention(TenantId Tenant, int Years, Instant Before, IReadOnlyList<RemovableSegment> Segments)
{
    /// <summary>How many records all of it has.</summary>
    public long Records => Segments.Sum(static segment => segment.Records);

    /// <summary>How many bytes all of it has.</summary>
    public long Bytes => Segments.Sum(static segment => segment.Bytes);
}
