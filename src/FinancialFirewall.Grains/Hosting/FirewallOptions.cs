using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Replication;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>How one process of the firewall is set up.</summary>
public sealed class FirewallOptions
{
    /// <summary>Where everything is kept.</summary>
    public required IDisk Disk { get; init; }

    /// <summary>Where the key is kept that opens it; see docs/encryption.md.</summary>
    public required IMasterKeySource MasterKey { get; init; }

    /// <summary>What lets commits be published where another site follows this one; null where none does.</summary>
    public LeaderSite? Leader { get; init; }

    /// <summary>Whether this site follows another one: everything is read, and nothing recorded.</summary>
    public bool IsFollower { get; init; }

    /// <summary>Where the writing of the journal runs.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;
}
