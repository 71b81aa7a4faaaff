using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Backups;

/// <summary>How far a backup or its restoration is.</summary>
/// <param name="File">The file that is being copied.</param>
/// <param name="DoneBytes">How much of all files is done, what needed no copying included.</param>
/// <param name="TotalBytes">The length of all files.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BackupProgress(string File, long DoneBytes, long TotalBytes);
