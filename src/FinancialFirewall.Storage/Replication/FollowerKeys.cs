using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// Keeps a follower's keys as the leader's are: the files come as they stand on the leader's disk, wrapped and sealed, and are taken over when this site's master key opens
/// them.
/// </summary>
internal sealed class FollowerKeys(DataDirectory directory, SiteCaller caller)
{
    private readonly RemoteDisk remote = new(caller);
    private readonly Dictionary<string, uint> known = new(StringComparer.Ordinal);

    /// <summary>Takes over the keys of tenants. Refusals: those of reading keys.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not keep the files.</exception>
    public async ValueTask<Result<bool>> RenewAsync(CancellationToken cancellationToken)
    {
        var read = await new KeyFileCopies(remote).ReadAsync();
        if (!read.IsSuccess)
        {
            return Result.Failure<bool>(read.Errors);
        }

        var changed = read.Value.Files.Where(file => IsNew(file.Path, file.Bytes)).ToList();
        if (changed.Count == 0)
        {
            return false;
        }

        var copy = new DiskView(remote.Location, read.Value.Files.ToDictionary(file => file.Path, file => DiskSlice.Of(file.Bytes), StringComparer.Ordinal));
        var adopted = await directory.Keys.AdoptAsync(copy, () => KeepAsync(changed), cancellationToken);
        return adopted.IsSuccess ? true : Result.Failure<bool>(adopted.Errors);
    }

    /// <summary>Takes over the keys of persons, and with them who was erased. Refusal: <c>SITE_DIVERGED</c>.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not keep the files.</exception>
    public async ValueTask<Result<bool>> RenewPersonsAsync(CancellationToken cancellationToken)
    {
        var asked = await caller.AskAsync(SiteQuestion.Persons, "", cancellationToken);
        if (!asked.IsSuccess)
        {
            return Result.Failure<bool>(asked.Errors);
        }

        var isChanged = false;
        foreach (var file in (await PersonFiles.ReadAsync(remote)).Where(file => IsNew(file.Path, file.Content.Span)))
        {
            var name = file.Path[(PersonKeyStore.DirectoryName.Length + 1)..file.Path.LastIndexOf('.')];
            if (await directory.Persons.AdoptAsync(new TenantId(name), file.Content) is not null)
            {
                return SiteErrors.Diverged(file.Path);
            }

            known[file.Path] = Checksum.Of(file.Content.Span);
            isChanged = true;
        }

        return isChanged;
    }

    private bool IsNew(string path, ReadOnlySpan<byte> bytes) => !known.TryGetValue(path, out var crc) || crc != Checksum.Of(bytes);

    private async ValueTask KeepAsync(List<(string Path, byte[] Bytes)> changed)
    {
        // The root's file comes first: what is wrapped by it opens from then on, and a crash in between is mended by the next renewal.
        foreach (var (path, bytes) in changed)
        {
            await CopiedFiles.ReplaceAsync(directory.Held.Disk, path, bytes);
            known[path] = Checksum.Of(bytes);
        }
    }
}
