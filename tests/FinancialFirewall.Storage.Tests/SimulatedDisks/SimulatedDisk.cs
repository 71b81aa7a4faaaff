using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>
/// A disk in memory whose faults come from a seed. Faults that it allows: a crash at any operation, after which unflushed writes are there, missing, cut
/// short or there by sectors of 512 bytes in any mixture with zeros between; unsynced names are there up to any point of their order; a failed flush that
/// loses what it should have kept; a failed write that leaves what fitted; a full disk; failing reads; flipped bits; operations that take as long as the test
/// likes; locks that end with the power, or with the process, which loses nothing that was written; flushed bytes that vanish without an error, where a test wants to be failed. A fault that it does not know: writes in the wrong file.
/// </summary>
public sealed class SimulatedDisk(Random random) : IDisk
{
    private readonly Dictionary<string, HashSet<string>> locks = [];
    private readonly List<(string Directory, Action<SortedDictionary<string, SimulatedFile?>> Change)> unsyncedNames = [];
    private SortedDictionary<string, SimulatedFile?> syncedNames = new(StringComparer.Ordinal);
    private SortedDictionary<string, SimulatedFile?> names = new(StringComparer.Ordinal);
    private TaskCompletionSource? heldFlushes;
    private int boot;
    private bool isDead;

    public string Location => "/simulated";

    /// <summary>How often the disk was restarted.</summary>
    public int Boot => boot;

    /// <summary>How many operations were asked for.</summary>
    public int Operations { get; private set; }

    /// <summary>How many flushes of files were done, failed ones included.</summary>
    public int Flushes { get; internal set; }

    /// <summary>The power goes at this operation.</summary>
    public int CrashAt { get; set; } = int.MaxValue;

    /// <summary>How many bytes fit in all files together.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    /// <summary>How many more flushes fail.</summary>
    public int FailingFlushes { get; set; }

    /// <summary>Whether flushes keep nothing and do not say so: nothing can live with that, and a test that does not notice tests nothing.</summary>
    public bool LosesFlushes { get; set; }

    /// <summary>How many more writes fail.</summary>
    public int FailingWrites { get; set; }

    /// <summary>Whether reads fail.</summary>
    public bool FailsReads { get; set; }

    /// <summary>How long each operation takes, by its name and path; nothing where it takes no time.</summary>
    public Func<string, string, Task>? Delay { get; set; }

    /// <summary>Sees every operation as it is asked for: its name and path.</summary>
    public Action<string, string>? Operating { get; set; }

    /// <summary>Sees every write on its way to the disk, whatever becomes of it.</summary>
    public Action<string, long, byte[]>? Writing { get; set; }

    /// <summary>Whether the power is gone.</summary>
    public bool IsDead => isDead;

    public IReadOnlyList<string> Files => [.. names.Where(name => name.Value is not null).Select(name => name.Key)];

    /// <summary>The names of files and directories, parents first.</summary>
    public IReadOnlyList<string> Names => [.. names.Keys];

    /// <summary>Lets flushes wait until <see cref="ReleaseFlushes"/>.</summary>
    public void HoldFlushes() => heldFlushes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReleaseFlushes()
    {
        var held = heldFlushes;
        heldFlushes = null;
        held?.SetResult();
    }

    /// <summary>The content of a file as programs see it.</summary>
    public byte[] Content(string path) => names[path]!.Visible;

    /// <summary>Replaces the content of a file, or makes one, for good.</summary>
    public void Plant(string path, byte[] content)
    {
        var file = new SimulatedFile();
        file.Write(0, content);
        file.Flush();
        names[path] = file;
        syncedNames[path] = file;
    }

    /// <summary>Makes a directory, for good.</summary>
    public void PlantDirectory(string path)
    {
        names[path] = null;
        syncedNames[path] = null;
    }

    /// <summary>Replaces the content of a file under whoever has it open.</summary>
    public void Overwrite(string path, byte[] content)
    {
        names[path]!.Write(0, content);
        names[path]!.Flush();
    }

    /// <summary>Takes a file away for good.</summary>
    public void Steal(string path)
    {
        names.Remove(path);
        syncedNames.Remove(path);
    }

    public void Flip(string path, long offset, int bit) => names[path]!.Flip(offset, bit);

    /// <summary>A file, whatever its name becomes later.</summary>
    internal SimulatedFile FileAt(string path) => names[path]!;

    /// <summary>The name of a file; null where it has none any more.</summary>
    internal string? NameOf(SimulatedFile file) => names.FirstOrDefault(name => ReferenceEquals(name.Value, file)).Key;

    /// <summary>Ends the process that uses the disk and no more: what it wrote is there for the next one, whether it was flushed or not.</summary>
    public void EndProcess()
    {
        locks.Clear();
        boot++;
        isDead = false;
        CrashAt = int.MaxValue;
        heldFlushes = null;
    }

    /// <summary>Takes the power and brings it back: what was not flushed may be gone.</summary>
    public void Restart()
    {
        var kept = random.Next(unsyncedNames.Count + 1);
        foreach (var (_, change) in unsyncedNames.Take(kept))
        {
            change(syncedNames);
        }

        unsyncedNames.Clear();
        names = new(syncedNames, StringComparer.Ordinal);
        foreach (var file in names.Values.Distinct())
        {
            file?.Crash(random);
        }

        locks.Clear();
        boot++;
        isDead = false;
        CrashAt = int.MaxValue;
        heldFlushes = null;
    }

    /// <summary>Another disk with the same flushed content.</summary>
    public SimulatedDisk Copy()
    {
        var copy = new SimulatedDisk(random);
        foreach (var (path, file) in names)
        {
            if (file is null)
            {
                copy.names[path] = null;
                copy.syncedNames[path] = null;
            }
            else
            {
                copy.Plant(path, file.Visible);
            }
        }

        return copy;
    }

    public async ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory)
    {
        await StepAsync("list", directory, boot);
        var prefix = directory.Length == 0 ? "" : directory + "/";
        return [.. names
            .Where(name => name.Key.StartsWith(prefix, StringComparison.Ordinal) && name.Key.Length > prefix.Length && !name.Key[prefix.Length..].Contains('/'))
            .Select(name => new DiskEntry(name.Key[prefix.Length..], name.Value is null, name.Value?.Visible.Length ?? 0))];
    }

    public async ValueTask<bool> ExistsAsync(string path)
    {
        await StepAsync("exists", path, boot);
        return path.Length == 0 || names.ContainsKey(path);
    }

    public async ValueTask CreateDirectoryAsync(string directory)
    {
        await StepAsync("mkdir", directory, boot);
        for (var end = directory.IndexOf('/', StringComparison.Ordinal); ; end = directory.IndexOf('/', end + 1))
        {
            var part = end < 0 ? directory : directory[..end];
            if (part.Length > 0 && !names.ContainsKey(part))
            {
                Change(Parent(part), all => all[part] = null);
            }

            if (end < 0)
            {
                return;
            }
        }
    }

    public async ValueTask<IDiskFile> CreateAsync(string path, DiskFileUse use)
    {
        await StepAsync("create", path, boot);
        if (names.ContainsKey(path))
        {
            throw new IOException($"'{path}' exists.");
        }

        if (Parent(path) is { Length: > 0 } parent && !names.ContainsKey(parent))
        {
            throw new DirectoryNotFoundException($"There is no directory '{parent}'.");
        }

        var file = new SimulatedFile();
        Change(Parent(path), all => all[path] = file);
        return new SimulatedHandle(this, path, file, use, boot);
    }

    public async ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use)
    {
        await StepAsync("open", path, boot);
        return names.TryGetValue(path, out var file) && file is not null
            ? new SimulatedHandle(this, path, file, use, boot)
            : throw new FileNotFoundException($"There is no file '{path}'.");
    }

    public async ValueTask DeleteAsync(string path)
    {
        await StepAsync("delete", path, boot);
        Change(Parent(path), all =>
        {
            foreach (var name in all.Keys.Where(name => string.Equals(name, path, StringComparison.Ordinal) || name.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
            {
                all.Remove(name);
            }
        });
    }

    public async ValueTask RenameAsync(string from, string to)
    {
        await StepAsync("rename", from, boot);
        if (!names.ContainsKey(from))
        {
            throw new FileNotFoundException($"There is no '{from}'.");
        }

        Change(Parent(to), all =>
        {
            foreach (var name in all.Keys.Where(name => string.Equals(name, from, StringComparison.Ordinal) || name.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
            {
                all[to + name[from.Length..]] = all[name];
                all.Remove(name);
            }
        });
    }

    public async ValueTask SyncDirectoryAsync(string directory)
    {
        await StepAsync("sync", directory, boot);

        // Names are journaled in order by the file systems that we know, so syncing one directory keeps all that came before.
        var last = unsyncedNames.FindLastIndex(change => string.Equals(change.Directory, directory, StringComparison.Ordinal));
        foreach (var (_, change) in unsyncedNames.Take(last + 1))
        {
            change(syncedNames);
        }

        unsyncedNames.RemoveRange(0, last + 1);
    }

    public async ValueTask<Result<IAsyncDisposable>> LockAsync(string path)
    {
        await StepAsync("lock", path, boot);
        if (!locks.TryAdd(path, []))
        {
            return DiskErrors.DirectoryLocked(Location, "another simulated process");
        }

        return new HeldLock(this, path, boot);
    }

    public async ValueTask<string?> GetLockOwnerAsync(string path)
    {
        await StepAsync("owner", path, boot);
        return locks.ContainsKey(path) ? "another simulated process" : null;
    }

    public ValueTask<long> GetFreeBytesAsync() => new(Capacity == long.MaxValue ? long.MaxValue : Math.Max(0, Capacity - Used()));

    internal async ValueTask StepAsync(string operation, string path, int handleBoot)
    {
        ThrowIfDead(handleBoot);
        if (++Operations >= CrashAt)
        {
            isDead = true;
            throw new SimulatedCrashException();
        }

        Operating?.Invoke(operation, path);
        await (Delay?.Invoke(operation, path) ?? Task.CompletedTask);
        await Task.Yield();
        ThrowIfDead(handleBoot);
    }

    internal void ThrowIfDead(int handleBoot)
    {
        if (isDead || handleBoot != boot)
        {
            throw new SimulatedCrashException();
        }
    }

    internal Task WaitForFlushesAsync() => heldFlushes?.Task ?? Task.CompletedTask;

    internal bool TakeFlushFailure() => FailingFlushes > 0 && FailingFlushes-- > 0;

    /// <summary>How much of a write fits.</summary>
    /// <param name="bytes">Its length.</param>
    /// <param name="growth">How much longer the file becomes by it.</param>
    internal int RoomFor(int bytes, int growth)
    {
        if (FailingWrites > 0)
        {
            return random.Next(bytes + 1);
        }

        return Capacity == long.MaxValue ? bytes : bytes - growth + (int)Math.Clamp(Capacity - Used(), 0, growth);
    }

    internal void ThrowIfWriteFails(string path, int missing)
    {
        if (FailingWrites > 0)
        {
            FailingWrites--;
            throw new IOException($"The simulated disk failed to write '{path}'.");
        }

        if (missing > 0)
        {
            throw new DiskFullException(path, Math.Max(0, Capacity - Used()));
        }
    }

    internal void ThrowIfReadFails(string path)
    {
        if (FailsReads)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The simulated disk failed to read '{path}'."));
        }
    }

    private static string Parent(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];

    private long Used() => names.Values.Sum(file => (long)(file?.Visible.Length ?? 0));

    private void Change(string directory, Action<SortedDictionary<string, SimulatedFile?>> change)
    {
        change(names);
        unsyncedNames.Add((directory, change));
    }

    private sealed class HeldLock(SimulatedDisk disk, string path, int boot) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            if (disk.boot == boot)
            {
                disk.locks.Remove(path);
            }

            return ValueTask.CompletedTask;
        }
    }
}
