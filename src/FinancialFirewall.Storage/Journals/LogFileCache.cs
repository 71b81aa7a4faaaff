using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Log files that are open for reading, at most as many as the options say beyond those that are in use.</summary>
internal sealed class LogFileCache(CommitLogSetup setup) : IAsyncDisposable
{
    private readonly Lock access = new();
    private readonly Dictionary<uint, Entry> open = [];
    private long clock;
    private uint retired;

    /// <summary>
    /// Borrows a file and its salt; give it back with <see cref="ReturnAsync"/>. The answer is <see langword="null"/> where the file is archived.
    /// </summary>
    public async ValueTask<(IDiskFile File, ulong Salt)?> BorrowAsync(uint number)
    {
        if (Take(number, out var victim) is not { } entry)
        {
            return null;
        }

        if (victim is not null)
        {
            await victim.CloseAsync();
        }

        try
        {
            return await entry.Opened;
        }
        catch (Exception problem)
        {
            lock (access)
            {
                // Others may have waited for the same opening, and one of them may have opened the file anew.
                if (open.GetValueOrDefault(number) == entry)
                {
                    open.Remove(number);
                }

                if (problem is FileNotFoundException && number <= retired)
                {
                    // It was archived and deleted while it was being opened.
                    return null;
                }
            }

            throw;
        }
    }

    public string PathOf(uint number) => LogFileName.In(setup.Directory, number);

    public async ValueTask ReturnAsync(uint number)
    {
        Entry entry;
        lock (access)
        {
            entry = open[number];
            if (--entry.Users > 0 || number > retired)
            {
                return;
            }

            open.Remove(number);
        }

        await entry.CloseAsync();
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

        await entry.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, entry) in open)
        {
            await entry.CloseAsync();
        }
    }

    private Entry? Take(uint number, out Entry? victim)
    {
        lock (access)
        {
            victim = null;
            if (number <= retired)
            {
                return null;
            }

            if (!open.TryGetValue(number, out var entry))
            {
                victim = TakeOldest();
                open.Add(number, entry = new Entry(OpenAsync(PathOf(number))));
            }

            entry.Users++;
            entry.LastUse = ++clock;
            return entry;
        }
    }

    private Entry? TakeOldest()
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

        return oldest is { } victim && open.Remove(victim, out var taken) ? taken : null;
    }

    // The file was proved when the log was opened, or is of this process: a header that does not read now has changed meanwhile.
    private async Task<(IDiskFile File, ulong Salt)> OpenAsync(string path)
    {
        var file = await setup.Disk.OpenAsync(path, DiskFileUse.Read);
        try
        {
            var bytes = new byte[LogFileHeader.Length];
            var read = await file.ReadAsync(0, bytes);
            var (header, _, problem) = LogFileHeader.Read(bytes.AsSpan(0, read));
            return problem is null
                ? (file, header.Salt)
                : throw new StorageDamageException(new StorageDamage(path, 0, problem.Found, StorageDamage.RestoreAdvice));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private sealed class Entry(Task<(IDiskFile File, ulong Salt)> opened)
    {
        public Task<(IDiskFile File, ulong Salt)> Opened => opened;

        public int Users { get; set; }

        public long LastUse { get; set; }

        public async ValueTask CloseAsync() => await (await opened).File.DisposeAsync();
    }
}
