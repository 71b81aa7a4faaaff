using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Where a run of a partition's records lies.</summary>
/// <param name="FirstSequence">The sequence of its first record.</param>
/// <param name="Offset">Where its header begins in the file.</param>
/// <param name="File">The number of the log file.</param>
/// <param name="Length">Its length in bytes, header included.</param>
/// <param name="Count">The number of its records.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunLocation(long FirstSequence, long Offset, uint File, int Length, int Count);
