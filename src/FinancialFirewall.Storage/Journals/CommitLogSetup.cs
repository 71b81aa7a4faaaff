using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What a commit log is given to work with.</summary>
/// <param name="Disk">Where it is.</param>
/// <param name="Directory">Its directory on the disk.</param>
/// <param name="Keys">Seal and open what is in it.</param>
/// <param name="Scheduler">Where its writing runs.</param>
/// <param name="Time">Stamps files and frames, and measures flushes.</param>
/// <param name="NextSalt">Gives a random number for each file: never the same twice, since nonces are made of it.</param>
/// <param name="References">Learns the reference hash of every committed record.</param>
/// <param name="ReferenceHash">At recovery, gives the reference hash of a record: the same as at its append.</param>
public sealed record CommitLogSetup(
    IDisk Disk,
    string Directory,
    PurposeKeys Keys,
    TaskScheduler Scheduler,
    TimeProvider Time,
    Func<ulong> NextSalt,
    ReferenceTable References,
    Func<ReadOnlySpan<byte>, ulong?> ReferenceHash)
{
    /// <summary>Where complete files go; <see langword="null"/> where they stay.</summary>
    internal ILogArchive? Archive { get; init; }

    /// <summary>Learns of the runs that are not archived; <see langword="null"/> for nobody.</summary>
    internal IRunFollower? Follower { get; init; }

    /// <summary>Lets commits be published; <see langword="null"/> where they are as soon as they are on disk.</summary>
    internal ICommitGate? Gate { get; init; }

    /// <summary>The term of the leader that writes here, which its files name; 0 where there never was a second site.</summary>
    internal uint Term { get; init; }

    /// <summary>Whether the log is a copy that follows another one, see <see cref="LogReplica"/>: nothing is appended to it.</summary>
    internal bool IsReplica { get; init; }

    /// <summary>The sizes.</summary>
    public CommitLogOptions Options { get; init; } = new();
}
