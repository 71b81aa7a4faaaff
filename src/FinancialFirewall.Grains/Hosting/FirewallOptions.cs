using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>How one process of the firewall is set up.</summary>
public sealed class FirewallOptions
{
    /// <summary>Where everything is kept.</summary>
    public required IDisk Disk { get; init; }

    /// <summary>Where the writing of the journal runs.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;
}
