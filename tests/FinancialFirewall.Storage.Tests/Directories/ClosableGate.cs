using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Tests.Directories;

/// <summary>Lets commits of the states through one at a time while it is closed, as a leader's does whose follower acknowledges them so.</summary>
internal sealed class ClosableGate : ICommitGate
{
    private TaskCompletionSource? pass;
    private TaskCompletionSource arrival = new();

    /// <summary>Completes when a commit waits.</summary>
    public Task Arrival => arrival.Task;

    /// <summary>From now on commits wait.</summary>
    public void Close() => pass = new TaskCompletionSource();

    /// <summary>Lets the commit through that waits; the next one waits again.</summary>
    public void LetOneThrough()
    {
        var waiting = pass;
        (pass, arrival) = (new TaskCompletionSource(), new TaskCompletionSource());
        waiting!.SetResult();
    }

    /// <summary>Lets everything through.</summary>
    public void Open()
    {
        var waiting = pass;
        pass = null;
        waiting?.SetResult();
    }

    public async ValueTask PassAsync(string directory, LogChain end)
    {
        if (pass is { } closed && directory.StartsWith("states/", StringComparison.Ordinal) && !directory.EndsWith(".tmp", StringComparison.Ordinal))
        {
            arrival.TrySetResult();
            await closed.Task;
        }
    }
}
