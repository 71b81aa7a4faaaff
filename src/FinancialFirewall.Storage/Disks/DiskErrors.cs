using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Disks;

/// <summary>The expected refusals of a disk.</summary>
public static class DiskErrors
{
    /// <summary>Another process, or another part of this one, holds the lock of a directory.</summary>
    public static Error DirectoryLocked(string location, string owner) => new(
        ErrorKind.Conflict,
        "DIRECTORY_LOCKED",
        location,
        owner,
        $"The data directory '{location}' is in use by {owner}. Stop that process, or name another directory.");
}
