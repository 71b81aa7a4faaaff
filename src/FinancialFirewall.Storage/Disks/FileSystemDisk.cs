#pragma warning disable RS0030 // This is the seam to the machine's files.
using System.Globalization;
using FinancialFirewall.Domain.Results;
using Microsoft.Win32.SafeHandles;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// A directory of the machine. Blocking calls run on dedicated threads: a few shared ones for reading and for names, and one for each file that is
/// appended to. Files are created with mode 0600, directories with 0700.
/// </summary>
public sealed class FileSystemDisk : IDisk, IDisposable
{
    private const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryMode0700 = FileMode0600 | UnixFileMode.UserExecute;
    private const int ReaderThreads = 4;
    private const int NoSpaceLeft = 28;
    private const int NoSpaceLeftOnWindows = 112;

    /// <summary>The disk whose root is <paramref name="root"/>; the directory is created when it is first written to.</summary>
    public FileSystemDisk(string root)
    {
        Location = Path.GetFullPath(root);
    }

    /// <inheritdoc/>
    public string Location { get; }

    internal DiskWorker Readers { get; } = new("disk", ReaderThreads);

    internal DirectRooms Rooms { get; } = new();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory) => await Readers.RunAsync(() => List(Resolve(directory)));

    /// <inheritdoc/>
    public async ValueTask<bool> ExistsAsync(string path) => await Readers.RunAsync(() => Path.Exists(Resolve(path)));

    /// <inheritdoc/>
    public async ValueTask CreateDirectoryAsync(string directory) => await Readers.RunAsync(() => CreateDirectory(Resolve(directory)));

    /// <inheritdoc/>
    public ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use) => OpenAsync(path, use, FileMode.CreateNew);

    /// <inheritdoc/>
    public ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use) => OpenAsync(path, use, FileMode.Open);

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string path) => await Readers.RunAsync(() => Delete(Resolve(path)));

    /// <inheritdoc/>
    public async ValueTask RenameAsync(string from, string to) => await Readers.RunAsync(() => Rename(Resolve(from), Resolve(to)));

    /// <inheritdoc/>
    public async ValueTask SyncDirectoryAsync(string directory) => await Readers.RunAsync(() =>
    {
        DirectorySync.Flush(Resolve(directory));
        return true;
    });

    /// <inheritdoc/>
    public async ValueTask<Result<IAsyncDisposable>> LockAsync(string path) => await Readers.RunAsync(() => Lock(Resolve(path)));

    /// <inheritdoc/>
    public async ValueTask<string?> GetLockOwnerAsync(string path) => await Readers.RunAsync(() => LockOwner(Resolve(path)));

    /// <inheritdoc/>
    public async ValueTask<long> GetFreeBytesAsync() => await Readers.RunAsync(FreeBytes);

    /// <summary>Ends the threads after what is in line.</summary>
    public void Dispose() => Readers.Dispose();

    internal long FreeBytes() => new DriveInfo(Location).AvailableFreeSpace;

    /// <summary>Writes buffers one behind the other.</summary>
    /// <exception cref="DiskFullException">There is no room.</exception>
    /// <exception cref="IOException">The disk could not write.</exception>
    internal void Write(SafeFileHandle file, string path, IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset)
    {
        try
        {
            RandomAccess.Write(file, buffers, offset);
        }
        catch (IOException exception) when ((exception.HResult & 0xFFFF) is NoSpaceLeft or NoSpaceLeftOnWindows)
        {
            throw new DiskFullException(path, FreeBytes(), exception);
        }
    }

    private static List<DiskEntry> List(string directory)
    {
        var entries = new List<DiskEntry>();
        var found = new DirectoryInfo(directory);
        if (found.Exists)
        {
            foreach (var entry in found.EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo)
                {
                    entries.Add(new DiskEntry(entry.Name, IsDirectory: true, 0));
                }
                else if (LengthOf((FileInfo)entry) is { } length)
                {
                    entries.Add(new DiskEntry(entry.Name, IsDirectory: false, length));
                }
            }
        }

        entries.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }

    /// <summary>A file's length; null when it was renamed or deleted since its name was read.</summary>
    private static long? LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool CreateDirectory(string directory)
    {
        if (Directory.Exists(directory))
        {
            return false;
        }

        var parent = Path.GetDirectoryName(directory) ?? directory;
        CreateDirectory(parent);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, DirectoryMode0700);
        }

        DirectorySync.Flush(parent);
        return true;
    }

    private static bool Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }

        return true;
    }

    private static bool Rename(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to, overwrite: true);
        }

        return true;
    }

    private static FileStream OpenStream(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode0600;
        }

        return new FileStream(path, options);
    }

    private static string ReadOwner(string path) => File.Exists(path + ".owner") ? File.ReadAllText(path + ".owner") : "another process";

    private Result<IAsyncDisposable> Lock(string path)
    {
        FileStream held;
        try
        {
            held = OpenStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (LockOwner(path) is { } owner)
        {
            return DiskErrors.DirectoryLocked(Location, owner);
        }

        using var note = OpenStream(path + ".owner", FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        note.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}")));
        return held;
    }

    private static string? LockOwner(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var free = OpenStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return ReadOwner(path);
        }
    }

    private async ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use, FileMode mode)
    {
        var access = use is DiskFileUse.Read or DiskFileUse.ReadOnce ? FileAccess.Read : FileAccess.ReadWrite;
        var (stream, isDirect) = await Readers.RunAsync(() =>
        {
            var opened = OpenStream(Resolve(path), mode, access, FileShare.ReadWrite | FileShare.Delete);
            return (opened, use is DiskFileUse.ReadOnce or DiskFileUse.WriteOnce && DirectAccess.TrySet(opened.SafeFileHandle, isDirect: true));
        });
        if (isDirect)
        {
            return new PassingFile(this, path, stream);
        }

        var owned = use == DiskFileUse.Append;
        return new FileSystemFile(this, path, stream, owned ? new DiskWorker(path, 1) : Readers, owned);
    }

    private string Resolve(string path) => path.Length == 0 ? Location : Path.Combine(Location, path.Replace('/', Path.DirectorySeparatorChar));
}
