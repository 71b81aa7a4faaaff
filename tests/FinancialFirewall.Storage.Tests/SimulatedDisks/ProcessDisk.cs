using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>
/// A simulated disk as one process sees it: once the disk was restarted, that process is gone, and whatever still runs of it reaches nothing any more.
/// </summary>
internal sealed class ProcessDisk(SimulatedDisk disk) : IDisk
{
    private readonly int boot = disk.Boot;

    public string Location => disk.Location;

    private SimulatedDisk Living => disk.Boot == boot ? disk : throw new IOException("The process is gone.");

    public async ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory) => await Living.ListAsync(directory);

    public async ValueTask<bool> ExistsAsync(string path) => await Living.ExistsAsync(path);

    public async ValueTask CreateDirectoryAsync(string directory) => await Living.CreateDirectoryAsync(directory);

    public async ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use) => await Living.CreateAsync(path, use);

    public async ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use) => await Living.OpenAsync(path, use);

    public async ValueTask DeleteAsync(string path) => await Living.DeleteAsync(path);

    public async ValueTask RenameAsync(string from, string to) => await Living.RenameAsync(from, to);

    public async ValueTask SyncDirectoryAsync(string directory) => await Living.SyncDirectoryAsync(directory);

    public async ValueTask<Result<IAsyncDisposable>> LockAsync(string path) => await Living.LockAsync(path);

    public async ValueTask<string?> GetLockOwnerAsync(string path) => await Living.GetLockOwnerAsync(path);

    public async ValueTask<long> GetFreeBytesAsync() => await Living.GetFreeBytesAsync();
}
