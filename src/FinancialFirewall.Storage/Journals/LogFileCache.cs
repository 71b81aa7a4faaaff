using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Log files that are open for reading, at most as many as the options say beyond those that are in use.</summary>
internal sealed class LogFileCache(CommitLogSetup setup) : IAsyncDisposable
{
    private readonly Lock access = new();
    private readonly Dictionary<uint, Entry> open = [];
    private long clock;
    private uint retired;

    /// <summary>Borrows a file; give it back with <see cref="ReturnAsync"/>. The answer is <see langword="null"/> where the file is archived.</summary>
    public async ValueTask<IDiskFile?> BorrowAsync(uint number)
    {
        Entry entry;
        IDiskFile? victim = null;
        lock (access)
        {
            if (number <= retired)
            {
                return null;
            }

            if (!open.TryGetValue(number, out entry!))
            {
                victim = TakeOldest();
                open.Add(number, entry = new Entry(setup.Disk.OpenAsync(LogFileName.In(setup.Directory, number), DiskFileUse.Read).AsTask()));
            }

            entry.Users++;
            entry.LastUse = ++clock;
        }

        if (victim is not null)
        {
            await victim.DisposeAsync();
        }

        try
        {
            return await entry.File;
        }
        catch
        {
            lock (access)
            {
                open.Remove(number);
            }

            throw;
        }
    }

    public string PathOf(uint number) => LogFileName.In(setup.Directory, number);

    public async ValueTask ReturnAsync(uint number)
    {
        IDiskFile? unused = null;
        lock (access)
        {
            var entry = open[number];
            if (--entry.Users == 0 && number <= retired)
            {
                open.Remove(number);
                unused = entry.File.Result;
            }
        }

        if (unused is not null)
        {
            await unused.DisposeAsync();
        }
    }

    /// <summary>Lends a file, and those before it, no more, and closes it once nobody uses it.</summary>
    public async ValueTask RetireAsync(uint number)
    {
        Entry? entry;
        lock (access)
        {
            retired = Math.Max(retired, number);
            if (!open.TryGetValue(number, out entry) || entry.Users > 0)
            {
                return;
            }

            open.Remove(number);
        }

        await (await entry.File).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, entry) in open)
        {
            await (await entry.File).DisposeAsync();
        }
    }

    private IDiskFile? TakeOldest()
    {
        if (open.Count < setup.Options.MaximumOpenFiles)
        {
            return null;
        }

        uint? oldest = null;
        foreach (var (number, entry) in open)
        {
            if (entry.Users == 0 && (oldest is not { } known || entry.LastUse < open[known].LastUse))
            {
                oldest = number;
            }
        }

        return oldest is { } victim && open.Remove(victim, out var taken) ? taken.File.Result : null;
    }

    private sealed class Entry(Task<IDiskFile> file)
    {
        public Task<IDiskFile> File { get; } = file;

        public int Users { get; set; }

        public long LastUse { get; set; }
    }
}
