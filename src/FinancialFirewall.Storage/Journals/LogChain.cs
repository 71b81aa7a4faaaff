using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Where a log ends: what the next frame or file must continue.</summary>
/// <param name="File">The number of the last file; 0 where there is none.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Crc">The checksum of the last frame header, or of the file header where the file has no frame.</param>
/// <param name="Commit">The number of the last commit; 0 where there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogChain(uint File, long Length, uint Crc, long Commit);
