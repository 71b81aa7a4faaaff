using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// A directory of the machine, or a simulated one: the only way to files. Paths are relative to it, separated by <c>/</c>; the directory itself is
/// the empty path. A created, renamed or deleted name survives a loss of power only after <see cref="SyncDirectoryAsync"/> of its directory.
/// </summary>
public interface IDisk
{
    /// <summary>Where this disk is, for people: an absolute path.</summary>
    string Location { get; }

    /// <summary>The names in a directory in ordinal order; none where there is no such directory.</summary>
    ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory);

    /// <summary>Whether there is a file or a directory of this name.</summary>
    ValueTask<bool> ExistsAsync(string path);

    /// <summary>Creates a directory (mode 0700) and those above it, down from the root of the disk; one that exists is left alone.</summary>
    ValueTask CreateDirectoryAsync(string directory);

    /// <summary>Creates a file (mode 0600) that must not exist.</summary>
    /// <exception cref="IOException">It exists, or the disk could not create it.</exception>
    ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use);

    /// <summary>Opens a file that must exist.</summary>
    /// <exception cref="FileNotFoundException">It does not exist.</exception>
    ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use);

    /// <summary>Deletes a file, or a directory with all that is in it; one that does not exist is no error.</summary>
    ValueTask DeleteAsync(string path);

    /// <summary>Gives a file or directory another name, atomically; a file of the new name is replaced.</summary>
    ValueTask RenameAsync(string from, string to);

    /// <summary>Completes when the names in a directory survive a loss of power.</summary>
    ValueTask SyncDirectoryAsync(string directory);

    /// <summary>
    /// Takes the advisory lock that <paramref name="path"/> stands for, until the answer is disposed or the process ends, and notes the process in
    /// <c>path.owner</c>. <c>DIRECTORY_LOCKED</c> names the process that holds it.
    /// </summary>
    ValueTask<Result<IAsyncDisposable>> LockAsync(string path);

    /// <summary>Who holds the lock of <see cref="LockAsync"/>, without taking or changing anything: a process, or <see langword="null"/> for nobody.</summary>
    ValueTask<string?> GetLockOwnerAsync(string path);

    /// <summary>How many bytes can still be written, as far as the machine knows.</summary>
    ValueTask<long> GetFreeBytesAsync();
}
