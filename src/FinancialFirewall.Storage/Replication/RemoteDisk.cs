using System.Globalization;
using System.Text;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Replication;

/// <summary>The data directory of the other site, to read from.</summary>
internal sealed class RemoteDisk(SiteCaller caller) : ReadOnlyDisk
{
    /// <summary>The files of the directory itself are small; what is read of one ends where it ends.</summary>
    private const long DataFileBytes = 1024 * 1024;

    /// <inheritdoc/>
    public override string Location => "the other site";

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory)
    {
        var found = await caller.AskAsync(SiteQuestion.List, directory, CancellationToken.None);
        var lines = found.IsSuccess ? Encoding.UTF8.GetString(found.Value.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        return [.. lines.Select(ReadEntry)];
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> ExistsAsync(string path)
        => (await caller.AskAsync(SiteQuestion.Read, $"0 0 {path}", CancellationToken.None)).IsSuccess;

    /// <inheritdoc/>
    public override async ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        var entry = slash < 0
            ? new DiskEntry(name, false, DataFileBytes)
            : (await ListAsync(path[..slash])).FirstOrDefault(found => string.Equals(found.Name, name, StringComparison.Ordinal));
        return use is DiskFileUse.Read or DiskFileUse.ReadOnce && entry is { IsDirectory: false, Name.Length: > 0 }
            ? new RemoteFile(caller, path, entry.Length)
            : throw new FileNotFoundException($"The other site has no file '{path}'.");
    }

    private static DiskEntry ReadEntry(string line) => line.Split(' ', 3) is [var kind, var length, var name]
        ? new DiskEntry(name, kind is "1", long.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new IOException("The other site listed something that is no name.");
}
