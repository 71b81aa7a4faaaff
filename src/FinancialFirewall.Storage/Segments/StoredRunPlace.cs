using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>A run of records as the directory of a segment knows it.</summary>
/// <param name="Block">The number of the block that holds it.</param>
/// <param name="Partition">The partition.</param>
/// <param name="FirstSequence">The sequence of its first record.</param>
/// <param name="Count">How many records it has.</param>
/// <param name="Epoch">The highest epoch of its partition in the segment.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredRunPlace(int Block, int Partition, long FirstSequence, int Count, long Epoch);
