using FinancialFirewall.Benchmarks.Processes;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>Writing behind what is written, and flushing, as the commit log does it: one commit of 2 MiB after the other.</summary>
internal sealed class DiskLimit(string parent) : IAsyncDisposable
{
    /// <summary>How many bytes a run writes.</summary>
    public const long Bytes = (long)Commits * CommitBytes;

    private const int Commits = 64;
    private const int CommitBytes = 2 << 20;

    private readonly TemporaryFolder folder = new(parent);
    private readonly byte[] commit = new byte[CommitBytes];
    private FileSystemDisk? disk;
    private IDiskFile? file;
    private long end;

    /// <summary>Writes them behind those of the run before.</summary>
    public async Task RunAsync()
    {
        file ??= await CreateAsync();
        for (var i = 0; i < Commits; i++)
        {
            await file.WriteThroughAsync(end, [commit]);
            end += CommitBytes;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
        }

        disk?.Dispose();
        folder.Dispose();
    }

    private async ValueTask<IDiskFile> CreateAsync()
    {
        disk = new FileSystemDisk(folder.PathOf("disk"));
        await disk.CreateDirectoryAsync("");
        return await disk.CreateAsync("log", DiskFileUse.Append);
    }
}
