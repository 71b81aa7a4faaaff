using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Verification;

/// <summary>One segment.</summary>
/// <param name="File">Its path in the data directory.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Tenant">Whose records it holds.</param>
/// <param name="Records">How many; 0 where it could not be opened.</param>
public sealed record SegmentReport(string File, long Bytes, TenantId Tenant, long Records);
