using System.Threading.Channels;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>The groups of one batch that are in flight, in order, and never more than allowed.</summary>
internal sealed class BatchFlow(int maximumGroups) : IDisposable
{
    private readonly SemaphoreSlim places = new(maximumGroups, maximumGroups);
    private readonly Channel<PendingGroup> groups = Channel.CreateBounded<PendingGroup>(
        new BoundedChannelOptions(maximumGroups) { SingleReader = true, SingleWriter = true });

    /// <summary>Waits for a place for one more group; false when nobody needs it any more.</summary>
    public async ValueTask<bool> EnterAsync(CancellationToken gone)
    {
        try
        {
            await places.WaitAsync(gone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Adds a group in the place that was waited for.</summary>
    public ValueTask AddAsync(PendingGroup group) => groups.Writer.WriteAsync(group);

    /// <summary>Says that no more groups come.</summary>
    public void Complete() => groups.Writer.Complete();

    /// <summary>All groups, in order.</summary>
    public IAsyncEnumerable<PendingGroup> ReadAllAsync() => groups.Reader.ReadAllAsync();

    /// <summary>Gives back the place of a group that was answered.</summary>
    public void Leave() => places.Release();

    public void Dispose() => places.Dispose();
}
