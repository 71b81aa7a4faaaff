using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Sites;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Directories;

/// <summary>What a data directory is given to work with.</summary>
/// <param name="Disk">The directory.</param>
/// <param name="MasterKey">Where the key is kept that opens it.</param>
/// <param name="Scheduler">Where its writing runs.</param>
/// <param name="Time">Stamps what is written.</param>
/// <param name="NextRandom">Gives numbers that nobody can foresee and that never repeat: keys, nonces, salts and the directory's identity are made of them.</param>
/// <param name="Facts">Says what the records of the journal are found by; their reference hashes are the same as at their append.</param>
public sealed record DataDirectorySetup(
    IDisk Disk,
    IMasterKeySource MasterKey,
    TaskScheduler Scheduler,
    TimeProvider Time,
    Func<ulong> NextRandom,
    IFactReader Facts)
{
    /// <summary>The sizes of the journal and of the states' log.</summary>
    public CommitLogOptions Log { get; init; } = new();

    /// <summary>Whether the directory is the copy of another site's: it is read, and what the leader sends is added, and nothing else.</summary>
    public bool IsFollower { get; init; }

    /// <summary>Lets commits be published; <see langword="null"/> where they are as soon as they are on disk.</summary>
    internal ICommitGate? Gate { get; init; }

    /// <summary>What is known of the other site; read when the directory is opened.</summary>
    internal SiteRecord? Site { get; init; }

    /// <summary>The sizes of the segments.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>The sizes of the state store.</summary>
    public StateStoreOptions States { get; init; } = new();
}
