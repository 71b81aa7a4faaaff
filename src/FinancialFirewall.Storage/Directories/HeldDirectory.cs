using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Directories;

/// <summary>A directory of this process alone.</summary>
/// <param name="Disk">The directory.</param>
/// <param name="Lock">Its lock.</param>
internal sealed record HeldDirectory(HoldingDisk Disk, IAsyncDisposable Lock);
