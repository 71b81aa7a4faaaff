using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>How this process is doing.</summary>
public sealed class FirewallStatus
{
    private readonly TaskCompletionSource<DataDirectory> recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether everything kept was read and checked.</summary>
    public bool IsRecovered => recovered.Task.IsCompletedSuccessfully;

    /// <summary>How long that took; zero before.</summary>
    public TimeSpan RecoveryTime { get; private set; }

    /// <summary>Completes, with the reason, when something could not be written: the process has to stop.</summary>
    public Task<JournalFailedException> JournalFailure => FailureAsync();

    /// <summary>What the journal of payments has done since it was opened.</summary>
    /// <exception cref="InvalidOperationException">Nothing is recovered yet.</exception>
    public JournalCounters Journal => Storage.Counters.Journal;

    /// <summary>How far the work behind the journal is, which moves complete log files into segments.</summary>
    /// <exception cref="InvalidOperationException">Nothing is recovered yet.</exception>
    public ArchiveStatus Archive => Storage.Archive;

    /// <summary>The keys of all that is kept.</summary>
    /// <exception cref="InvalidOperationException">Nothing is recovered yet.</exception>
    public Keyring Keys => Storage.Keys;

    /// <summary>Takes a cut through the data directory, for a backup; see <see cref="DataDirectory.HoldAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing is recovered yet.</exception>
    public ValueTask<DirectoryHold> HoldAsync() => Storage.HoldAsync();

    /// <summary>Begins to follow another site with a data directory that was opened to follow.</summary>
    /// <exception cref="InvalidOperationException">Nothing is recovered yet.</exception>
    public FollowerSite Follow(ISiteLink leader, TimeProvider time) => new(Storage, leader, time);

    internal DataDirectory Storage => IsRecovered
        ? recovered.Task.Result
        : throw new InvalidOperationException("The data directory is not open yet.");

    internal void Recovered(DataDirectory storage, TimeSpan took)
    {
        RecoveryTime = took;
        recovered.SetResult(storage);
    }

    private async Task<JournalFailedException> FailureAsync() => await (await recovered.Task).WaitForFailureAsync();
}
