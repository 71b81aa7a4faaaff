namespace FinancialFirewall.Storage.Disks;

/// <summary>One name in a directory.</summary>
/// <param name="Name">The name, without its directory.</param>
/// <param name="IsDirectory">Whether it is a directory.</param>
/// <param name="Length">The length of a file in bytes; 0 for a directory.</param>
public readonly record struct DiskEntry(string Name, bool IsDirectory, long Length);
