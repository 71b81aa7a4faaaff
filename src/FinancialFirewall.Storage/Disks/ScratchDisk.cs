using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// A disk for what is thrown away at the end of the process: nothing waits until it would survive a loss of power. Everything else is as on the disk itself.
/// </summary>
/// <param name="disk">The disk itself.</param>
public sealed class ScratchDisk(IDisk disk) : IDisk
{
    /// <inheritdoc/>
    public string Location => disk.Location;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory) => disk.ListAsync(directory);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string path) => disk.ExistsAsync(path);

    /// <inheritdoc/>
    public ValueTask CreateDirectoryAsync(string directory) => disk.CreateDirectoryAsync(directory);

    /// <inheritdoc/>
    public async ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use) => new ScratchFile(await disk.CreateAsync(path, use));

    /// <inheritdoc/>
    public async ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use) => new ScratchFile(await disk.OpenAsync(path, use));

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string path) => disk.DeleteAsync(path);

    /// <inheritdoc/>
    public ValueTask RenameAsync(string from, string to) => disk.RenameAsync(from, to);

    /// <summary>Completes at once: no name has to survive anything.</summary>
    public ValueTask SyncDirectoryAsync(string directory) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<Result<IAsyncDisposable>> LockAsync(string path) => disk.LockAsync(path);

    /// <inheritdoc/>
    public ValueTask<string?> GetLockOwnerAsync(string path) => disk.GetLockOwnerAsync(path);

    /// <inheritdoc/>
    public ValueTask<long> GetFreeBytesAsync() => disk.GetFreeBytesAsync();
}
