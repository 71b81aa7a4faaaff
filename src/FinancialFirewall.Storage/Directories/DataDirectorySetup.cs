using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Directories;

/// <summary>What a data directory is given to work with.</summary>
/// <param name="Disk">The directory.</param>
/// <param name="MasterKey">Where the key is kept that opens it.</param>
/// <param name="Scheduler">Where its writing runs.</param>
/// <param name="Time">Stamps what is written.</param>
/// <param name="NextRandom">Gives numbers that nobody can foresee and that never repeat: keys, nonces, salts and the directory's identity are made of them.</param>
/// <param name="References">Learns the reference hash of every committed record of the journal.</param>
/// <param name="ReferenceHash">Gives the reference hash of a journal record: the same as at its append.</param>
public sealed record DataDirectorySetup(
    IDisk Disk,
    IMasterKeySource MasterKey,
    TaskScheduler Scheduler,
    TimeProvider Time,
    Func<ulong> NextRandom,
    IReferenceIndex References,
    Func<ReadOnlySpan<byte>, ulong?> ReferenceHash)
{
    /// <summary>The sizes of the journal and of the states' log.</summary>
    public CommitLogOptions Log { get; init; } = new();

    /// <summary>The sizes of the state store.</summary>
    public StateStoreOptions States { get; init; } = new();
}
