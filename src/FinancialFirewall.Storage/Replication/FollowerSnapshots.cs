using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// Keeps a follower's snapshots as the leader's are, so that it recovers as fast when it is promoted. A snapshot counts here once every record is here that it was made
/// of.
/// </summary>
internal sealed class FollowerSnapshots(IDisk disk, RemoteDisk remote)
{
    private readonly List<string> fetched = [];
    private HashSet<string> wanted = new(StringComparer.Ordinal);
    private SitePosition needed;

    /// <summary>Fetches those that are missing, under another name.</summary>
    /// <param name="position">How far the leader was when it answered last.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not keep them.</exception>
    public async ValueTask<Result<bool>> FetchAsync(Func<SitePosition> position, CancellationToken cancellationToken)
    {
        if (fetched.Count > 0)
        {
            return false;
        }

        wanted = (await CutTaking.ListSnapshotsAsync(remote)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await disk.ExistsAsync(path))
            {
                await FetchAsync(path);
            }
        }

        needed = position();
        return fetched.Count > 0;
    }

    /// <summary>Lets those count whose records are here, and removes those that the leader has removed.</summary>
    /// <exception cref="IOException">The disk could not rename or delete.</exception>
    public async ValueTask PlaceAsync(SitePosition own)
    {
        if (fetched.Count == 0 || !own.Has(needed))
        {
            return;
        }

        foreach (var path in fetched)
        {
            await disk.RenameAsync(path + CopiedFiles.Unfinished, path);
        }

        foreach (var home in fetched.Select(CopiedFiles.HomeOf).Distinct(StringComparer.Ordinal))
        {
            await disk.SyncDirectoryAsync(home);
        }

        fetched.Clear();
        foreach (var path in (await CutTaking.ListSnapshotsAsync(disk)).Where(path => !wanted.Contains(path)))
        {
            await disk.DeleteAsync(path);
        }
    }

    private async ValueTask FetchAsync(string path)
    {
        try
        {
            await using var source = await remote.OpenAsync(path, DiskFileUse.Read);
            var bytes = new byte[await source.GetLengthAsync()];
            if (await source.ReadAsync(0, bytes) < bytes.Length)
            {
                return;
            }

            await disk.CreateDirectoryAsync(CopiedFiles.HomeOf(path));
            await disk.DeleteAsync(path + CopiedFiles.Unfinished);
            await using var file = await disk.CreateAsync(path + CopiedFiles.Unfinished, DiskFileUse.Write);
            await file.WriteAsync(0, [bytes]);
            await file.FlushAsync();
            fetched.Add(path);
        }
        catch (FileNotFoundException)
        {
            // A newer one has taken its place meanwhile.
        }
    }
}
