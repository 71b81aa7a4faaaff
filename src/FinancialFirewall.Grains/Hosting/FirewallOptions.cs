using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>How one process of the firewall is set up.</summary>
public sealed class FirewallOptions
{
    /// <summary>Where everything is kept.</summary>
    public required IDisk Disk { get; init; }

    /// <summary>Where the key is kept that opens it; see docs/encryption.md.</summary>
    public required IMasterKeySource MasterKey { get; init; }

    /// <summary>Where the writing of the journal runs.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;
}
