using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>How far a partition is archived.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Partition">The partition.</param>
/// <param name="FirstSequence">The sequence of the first record that is kept: those before it were removed.</param>
/// <param name="LastSequence">The sequence of the last record that is or was archived.</param>
/// <param name="Epoch">The highest epoch of any of them, those that were removed included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ArchivedPartition(TenantId Tenant, int Partition, long FirstSequence, long LastSequence, long Epoch);
