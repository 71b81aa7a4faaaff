using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>What a store of segments is given to work with.</summary>
/// <param name="Disk">Where it is.</param>
/// <param name="Directory">Its directory on the disk.</param>
/// <param name="Keys">Seal and open what is in segments.</param>
/// <param name="Persons">The keys of the persons that records are about.</param>
/// <param name="Scheduler">Where its work runs.</param>
/// <param name="Time">Stamps segments.</param>
/// <param name="NextRandom">Gives numbers that never repeat.</param>
/// <param name="Facts">Says what records are found by.</param>
internal sealed record SegmentStoreSetup(
    IDisk Disk,
    string Directory,
    PurposeKeys Keys,
    PersonKeyStore Persons,
    TaskScheduler Scheduler,
    TimeProvider Time,
    Func<ulong> NextRandom,
    IFactReader Facts)
{
    /// <summary>Ends the writing of segments that are not complete: they are begun anew at the next start.</summary>
    public StopSignal Stopping { get; } = new();

    /// <summary>Keeps the writing of segments from taking what recording needs.</summary>
    public WorkPace Pace { get; } = new(Time);

    /// <summary>The sizes.</summary>
    public SegmentOptions Options { get; init; } = new();
}
