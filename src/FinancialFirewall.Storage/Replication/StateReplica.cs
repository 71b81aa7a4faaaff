using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Replication;

/// <summary>The follower's log of states. Where the leader has replaced its own by a compacted one, that is taken as a whole and then takes the place of the old one here.</summary>
internal sealed class StateReplica(StateStore store)
{
    private LogReplica current = store.Current.Log.Replicate();
    private CommitLog? nextLog;
    private LogReplica? next;

    /// <summary>The generation that is being filled.</summary>
    public uint Generation { get; private set; } = store.Current.Number;

    /// <summary>Where its log ends.</summary>
    public LogChain End => (next ?? current).End;

    /// <summary>The directory of a generation's log, as long as it is filled.</summary>
    public string DirectoryOf(uint generation) => DirectoryCut.StatesDirectoryOf(generation) + (next is null ? "" : CopiedFiles.Unfinished);

    /// <summary>Adds a piece, to the present generation or to a newer one.</summary>
    /// <exception cref="Damages.StorageDamageException">It does not continue the log.</exception>
    /// <exception cref="IOException">The disk could not keep it.</exception>
    public async ValueTask AppendAsync(uint generation, LogPiece piece)
    {
        if (generation != Generation)
        {
            await (nextLog?.DisposeAsync() ?? ValueTask.CompletedTask);
            nextLog = await store.BeginReplicaAsync(generation);
            (next, Generation) = (nextLog.Replicate(), generation);
        }

        await (next ?? current).AppendAsync(piece);
        await (next is null ? store.CatchUpAsync() : ValueTask.CompletedTask);
    }

    /// <summary>Lets a newer generation count once all of it is here that the leader had.</summary>
    /// <exception cref="IOException">The disk could not switch.</exception>
    public async ValueTask CompleteAsync(uint generation, LogChain end)
    {
        if (next is null || generation != Generation || next.End != end)
        {
            return;
        }

        await nextLog!.DisposeAsync();
        (nextLog, next) = (null, null);
        await store.SwitchAsync(generation);
        current = store.Current.Log.Replicate();
    }
}
