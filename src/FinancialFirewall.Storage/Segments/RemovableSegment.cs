using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Segments;

/// <summary>A segment whose records are all too old to be kept.</summary>
/// <param name="Tenant">Whose records it holds.</param>
/// <param name="File">The name of its file, in the directory of its tenant's segments.</param>
/// <param name="Records">How many records it holds.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="From">The time of its oldest record.</param>
/// <param name="To">The time of its newest record.</param>
public sealed record RemovableSegment(TenantId Tenant, string File, long Records, long Bytes, Instant From, Instant To);
