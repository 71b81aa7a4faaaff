using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>What decides whether a segment is merged.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="LastAt">The time of its newest record, in microseconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MergeCandidate(long Bytes, long LastAt);
