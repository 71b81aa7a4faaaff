namespace FinancialFirewall.Storage.Disks;

/// <summary>Files of a <see cref="HoldingDisk"/> that stay, whoever deletes them, until this is disposed.</summary>
internal sealed class DiskHold(HoldingDisk disk) : IAsyncDisposable
{
    private int isEnded;

    /// <summary>What is held; changed under the lock of the disk.</summary>
    internal HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>Holds a file too.</summary>
    public void Add(string path) => disk.Add(this, path);

    /// <summary>Holds a file no longer, and deletes it where that waited for this hold alone.</summary>
    public ValueTask RemoveAsync(string path) => disk.RemoveAsync(this, path);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref isEnded, 1) == 0 ? disk.EndAsync(this) : ValueTask.CompletedTask;
}
