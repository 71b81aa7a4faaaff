using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>How far the work behind the log is.</summary>
/// <param name="WaitingFiles">Complete log files that wait to be moved into segments; with too many, recording waits.</param>
/// <param name="RecentRecords">Records that are only in the log, and whose indexes are in memory as a whole.</param>
/// <param name="Segments">The number of segments, over all tenants.</param>
/// <param name="SegmentBytes">The length of all segments.</param>
/// <param name="Failure">Why the work stopped last; <see langword="null"/> where it did not. It is tried again with the next complete log file.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ArchiveStatus(int WaitingFiles, long RecentRecords, int Segments, long SegmentBytes, string? Failure);
