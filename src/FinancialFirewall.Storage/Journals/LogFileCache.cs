using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Log files that are open for reading, at most as many as the options say beyond those that are in use.</summary>
internal sealed class LogFileCache(CommitLogSetup setup) : IAsyncDisposable
{
    private readonly SemaphoreSlim access = new(1);
    private readonly Dictionary<uint, Entry> open = [];
    private long clock;

    /// <summary>Borrows a file; give it back with <see cref="ReturnAsync"/>.</summary>
    public async ValueTask<IDiskFile> BorrowAsync(uint number)
    {
        await access.WaitAsync();
        try
        {
            if (!open.TryGetValue(number, out var entry))
            {
                await CloseOldestAsync();
                var file = await setup.Disk.OpenAsync(LogFileName.In(setup.Directory, number), DiskFileUse.Read);
                open.Add(number, entry = new Entry(file));
            }

            entry.Users++;
            entry.LastUse = ++clock;
            return entry.File;
        }
        finally
        {
            access.Release();
        }
    }

    public string PathOf(uint number) => LogFileName.In(setup.Directory, number);

    public async ValueTask ReturnAsync(uint number)
    {
        await access.WaitAsync();
        open[number].Users--;
        access.Release();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, entry) in open)
        {
            await entry.File.DisposeAsync();
        }

        access.Dispose();
    }

    private async ValueTask CloseOldestAsync()
    {
        if (open.Count < setup.Options.MaximumOpenFiles)
        {
            return;
        }

        uint? oldest = null;
        foreach (var (number, entry) in open)
        {
            if (entry.Users == 0 && (oldest is not { } known || entry.LastUse < open[known].LastUse))
            {
                oldest = number;
            }
        }

        if (oldest is { } victim)
        {
            await open[victim].File.DisposeAsync();
            open.Remove(victim);
        }
    }

    private sealed class Entry(IDiskFile file)
    {
        public IDiskFile File { get; } = file;

        public int Users { get; set; }

        public long LastUse { get; set; }
    }
}
