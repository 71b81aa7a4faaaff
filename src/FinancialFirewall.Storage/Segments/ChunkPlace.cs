using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Where a chunk of facts is, and what it covers.</summary>
/// <param name="Offset">Where its block begins.</param>
/// <param name="Length">The length of the block.</param>
/// <param name="Count">How many records it has.</param>
/// <param name="FirstAt">The time of its first record, in microseconds.</param>
/// <param name="LastAt">The time of its last record.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkPlace(long Offset, int Length, int Count, long FirstAt, long LastAt);
