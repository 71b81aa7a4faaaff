using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Which partition, in which of its epochs.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Number">The partition, 0 to 63.</param>
/// <param name="Epoch">The epoch that this activation writes in; an older one is refused by the journal.</param>
internal readonly record struct PartitionIdentity(TenantId Tenant, int Number, long Epoch);
