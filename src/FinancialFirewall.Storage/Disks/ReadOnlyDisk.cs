using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Disks;

/// <summary>A disk to read from: whoever would change it is told so.</summary>
internal abstract class ReadOnlyDisk : IDisk
{
    /// <inheritdoc/>
    public abstract string Location { get; }

    /// <inheritdoc/>
    public abstract ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory);

    /// <inheritdoc/>
    public abstract ValueTask<bool> ExistsAsync(string path);

    /// <inheritdoc/>
    public abstract ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use);

    /// <inheritdoc/>
    public ValueTask<string?> GetLockOwnerAsync(string path) => new((string?)null);

    /// <inheritdoc/>
    public ValueTask<long> GetFreeBytesAsync() => new(0);

    /// <inheritdoc/>
    public ValueTask CreateDirectoryAsync(string directory) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string path) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask RenameAsync(string from, string to) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask SyncDirectoryAsync(string directory) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask<Result<IAsyncDisposable>> LockAsync(string path) => throw ReadOnly();

    /// <summary>What somebody is told who would change it.</summary>
    protected InvalidOperationException ReadOnly() => new($"'{Location}' is only read.");
}
