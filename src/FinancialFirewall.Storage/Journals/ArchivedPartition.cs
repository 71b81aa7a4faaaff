using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>How far a partition is archived.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Partition">The partition.</param>
/// <param name="LastSequence">The sequence of its last archived record.</param>
/// <param name="Epoch">The highest epoch of any of them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ArchivedPartition(TenantId Tenant, int Partition, long LastSequence, long Epoch);
