using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Directories;

/// <summary>A directory of this process alone.</summary>
/// <param name="Disk">The directory.</param>
/// <param name="Lock">Its lock.</param>
/// <param name="ForFollower">The log files that a follower may still need.</param>
internal sealed record HeldDirectory(HoldingDisk Disk, IAsyncDisposable Lock, DiskHold ForFollower);
