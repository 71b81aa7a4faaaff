using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Storage.Journals;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>How a simulated firewall differs from the usual one.</summary>
internal sealed record FirewallSetup
{
    /// <summary>The tenant's first policy; without one there is no tenant.</summary>
    public string? Policy { get; init; }

    /// <summary>After how many records of a partition its next snapshot is due.</summary>
    public int RecordsBetweenSnapshots { get; init; } = PartitionSnapshots.DefaultRecordsBetween;

    /// <summary>The sizes of the journal and of the states' log.</summary>
    public CommitLogOptions Log { get; init; } = new();

    /// <summary>How many bytes fit on the disk.</summary>
    public long Capacity { get; init; } = long.MaxValue;

    /// <summary>What else the grain runtime consists of.</summary>
    public Action<ISiloBuilder>? Configure { get; init; }
}
