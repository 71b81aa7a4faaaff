using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>How far a partition goes.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="LastSequence">The sequence of its last committed record, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartitionEnd(int Partition, long LastSequence);
