using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.References;

/// <summary>Which record of a tenant's journal. It never changes, whatever files the record moves through.</summary>
/// <param name="Partition">The partition, 0 to 65,535.</param>
/// <param name="Sequence">The number inside the partition, from 1 on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordAddress(int Partition, long Sequence);
