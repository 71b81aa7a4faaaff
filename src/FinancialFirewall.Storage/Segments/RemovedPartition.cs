using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Segments;

/// <summary>How much of a partition was removed because it was too old: everything up to a record. What is kept begins with the next one.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Partition">The partition.</param>
/// <param name="LastSequence">The sequence of the last record that was removed.</param>
/// <param name="Epoch">The highest epoch of any of them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RemovedPartition(TenantId Tenant, int Partition, long LastSequence, long Epoch);
