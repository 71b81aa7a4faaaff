using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Log files that are open for reading, at most as many as the options say beyond those that are in use.</summary>
internal sealed class LogFileCache(CommitLogSetup setup) : IAsyncDisposable
{
    private readonly SemaphoreSlim access = new(1);
    private readonly Dictionary<uint, Entry> open = [];
    private long clock;

    /// <summary>Borrows a file; give it back with <see cref="ReturnAsync"/>.</summary>
    public async ValueTask<(IDiskFile File, ulong Salt)> BorrowAsync(uint number)
    {
        await access.WaitAsync();
        try
        {
            if (!open.TryGetValue(number, out var entry))
            {
                await CloseOldestAsync();
                var file = await setup.Disk.OpenAsync(LogFileName.In(setup.Directory, number), DiskFileUse.Read);
                open.Add(number, entry = new Entry(file, await ReadSaltAsync(file)));
            }

            entry.Users++;
            entry.LastUse = ++clock;
            return (entry.File, entry.Salt);
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

    // The file was proved when the log was opened, or is of this process: a header that does not read now has changed meanwhile.
    private static async ValueTask<ulong> ReadSaltAsync(IDiskFile file)
    {
        var bytes = new byte[LogFileHeader.Length];
        var read = await file.ReadAsync(0, bytes);
        var (header, _, problem) = LogFileHeader.Read(bytes.AsSpan(0, read));
        if (problem is null)
        {
            return header.Salt;
        }

        await file.DisposeAsync();
        throw new StorageDamageException(new StorageDamage(file.Path, 0, problem.Found, StorageDamage.RestoreAdvice));
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

    private sealed class Entry(IDiskFile file, ulong salt)
    {
        public ulong Salt => salt;

        public IDiskFile File { get; } = file;

        public int Users { get; set; }

        public long LastUse { get; set; }
    }
}
