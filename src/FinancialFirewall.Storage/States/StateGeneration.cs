using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>One log of states and its directory. A compaction replaces it; it closes when its last reader has left.</summary>
internal sealed class StateGeneration(uint number, string directory, CommitLog log)
{
    private readonly Lock access = new();
    private readonly TaskCompletionSource unused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int readers;
    private bool isRetired;

    public uint Number => number;

    public string Directory => directory;

    public CommitLog Log => log;

    public JournalPosition LastPosition { get; set; }

    /// <summary>Keeps the log open; <see langword="false"/> where it is already being closed.</summary>
    public bool TryEnter()
    {
        lock (access)
        {
            readers += isRetired ? 0 : 1;
            return !isRetired;
        }
    }

    public void Leave()
    {
        lock (access)
        {
            readers--;
            CompleteIfUnused();
        }
    }

    /// <summary>Lets nobody in any more, waits for the last to leave, and closes the log.</summary>
    public async ValueTask RetireAsync()
    {
        lock (access)
        {
            isRetired = true;
            CompleteIfUnused();
        }

        await unused.Task;
        await log.DisposeAsync();
    }

    private void CompleteIfUnused()
    {
        if (isRetired && readers == 0)
        {
            unused.TrySetResult();
        }
    }
}
