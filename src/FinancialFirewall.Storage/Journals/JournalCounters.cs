using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What a journal did since it was opened.</summary>
/// <param name="Commits">Commits that are on disk.</param>
/// <param name="Flushes">Flushes (<c>fsync</c>) of log files.</param>
/// <param name="Bytes">Bytes written, headers included.</param>
/// <param name="Records">Records committed; divided by <paramref name="Commits"/>, the records a commit.</param>
/// <param name="FlushTime">The time that all flushes took together, with the writing before each.</param>
/// <param name="LongestFlush">The time that the slowest of them took.</param>
/// <param name="FilesStarted">Log files started.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalCounters(
    long Commits, long Flushes, long Bytes, long Records, TimeSpan FlushTime, TimeSpan LongestFlush, long FilesStarted);
