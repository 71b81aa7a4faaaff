using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// A disk on which files can be held: what is deleted while somebody holds it stays until the last <see cref="DiskHold"/> of it ends. Files of a hold may be
/// renamed over; their names are never given to other content otherwise.
/// </summary>
/// <param name="disk">The disk itself.</param>
internal sealed class HoldingDisk(IDisk disk) : IDisk
{
    private readonly Lock access = new();
    private readonly List<DiskHold> holds = [];
    private readonly HashSet<string> postponed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Location => disk.Location;

    /// <summary>Begins a hold of nothing yet.</summary>
    public DiskHold Hold()
    {
        var hold = new DiskHold(this);
        lock (access)
        {
            holds.Add(hold);
        }

        return hold;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory) => disk.ListAsync(directory);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string path) => disk.ExistsAsync(path);

    /// <inheritdoc/>
    public ValueTask CreateDirectoryAsync(string directory) => disk.CreateDirectoryAsync(directory);

    /// <inheritdoc/>
    public ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use) => disk.CreateAsync(path, use);

    /// <inheritdoc/>
    public ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use) => disk.OpenAsync(path, use);

    /// <summary>Deletes a file or directory, or notes that it is to be deleted when nobody holds it or anything in it any longer.</summary>
    public ValueTask DeleteAsync(string path)
    {
        lock (access)
        {
            if (IsHeld(path))
            {
                postponed.Add(path);
                return ValueTask.CompletedTask;
            }
        }

        return disk.DeleteAsync(path);
    }

    /// <inheritdoc/>
    public ValueTask RenameAsync(string from, string to)
    {
        lock (access)
        {
            postponed.Remove(to);
        }

        return disk.RenameAsync(from, to);
    }

    /// <inheritdoc/>
    public ValueTask SyncDirectoryAsync(string directory) => disk.SyncDirectoryAsync(directory);

    /// <inheritdoc/>
    public ValueTask<Result<IAsyncDisposable>> LockAsync(string path) => disk.LockAsync(path);

    /// <inheritdoc/>
    public ValueTask<string?> GetLockOwnerAsync(string path) => disk.GetLockOwnerAsync(path);

    /// <inheritdoc/>
    public ValueTask<long> GetFreeBytesAsync() => disk.GetFreeBytesAsync();

    /// <summary>Adds to what a hold keeps.</summary>
    internal void Add(DiskHold hold, string path)
    {
        lock (access)
        {
            hold.Paths.Add(path);
        }
    }

    /// <summary>Takes away from what a hold keeps.</summary>
    internal ValueTask RemoveAsync(DiskHold hold, string path)
    {
        lock (access)
        {
            hold.Paths.Remove(path);
            if (IsHeld(path) || !postponed.Remove(path))
            {
                return ValueTask.CompletedTask;
            }
        }

        return disk.DeleteAsync(path);
    }

    /// <summary>Ends a hold and deletes what waited for it alone.</summary>
    internal async ValueTask EndAsync(DiskHold hold)
    {
        List<string> free;
        lock (access)
        {
            holds.Remove(hold);
            free = [.. postponed.Where(path => !IsHeld(path))];
            postponed.ExceptWith(free);
        }

        foreach (var path in free)
        {
            await disk.DeleteAsync(path);
        }
    }

    private bool IsHeld(string path)
    {
        var inside = path + "/";
        return holds.Exists(hold => hold.Paths.Contains(path) || hold.Paths.Any(held => held.StartsWith(inside, StringComparison.Ordinal)));
    }
}
