using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>The sizes of a simulated firewall: small, so that a short history fills files, merges segments, saves snapshots and ends idle grains.</summary>
internal sealed record MachineOptions
{
    /// <summary>The journal and the states' log.</summary>
    public CommitLogOptions Log { get; init; } = new();

    /// <summary>The segments.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>The state store.</summary>
    public StateStoreOptions States { get; init; } = new();

    /// <summary>After how many records of a partition its next snapshot is due.</summary>
    public int RecordsBetweenSnapshots { get; init; } = 20;

    /// <summary>How long a grain stays without requests.</summary>
    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);
}
