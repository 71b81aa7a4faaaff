using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// Makes a follower's data directory: a copy of everything that the leader has at one moment, as a backup has it, over the link. Until it is complete the directory
/// says that it is none.
/// </summary>
/// <param name="link">The way to the leader.</param>
/// <param name="disk">Where the copy goes; empty, or what an earlier attempt left.</param>
/// <param name="options">The progress.</param>
public sealed class SiteCopy(ISiteLink link, IDisk disk, BackupOptions options)
{
    /// <summary>Copies. Refusals: <c>NOT_EMPTY</c>, and those of the leader.</summary>
    /// <returns>The record of the new follower.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not keep what it sent.</exception>
    public async ValueTask<Result<SiteRecord>> RunAsync(CancellationToken cancellationToken)
    {
        await disk.CreateDirectoryAsync("");
        var known = await SiteRecord.ReadAsync(disk);
        if (!known.IsSuccess || known.Value is { Role: not SiteRole.Copying } || (known.Value is null && (await disk.ListAsync("")).Any(static entry => !Stays(entry.Name))))
        {
            return known.IsSuccess ? BackupErrors.NotEmpty(disk.Location) : Result.Failure<SiteRecord>(known.Errors);
        }

        var caller = new SiteCaller(link, 0);
        var held = await caller.AskAsync(SiteQuestion.Copy, "", cancellationToken);
        if (!held.IsSuccess)
        {
            return Result.Failure<SiteRecord>(held.Errors);
        }

        try
        {
            return await CopyAsync(caller, DirectoryCut.TryParse(Encoding.UTF8.GetString(held.Value.Span)), cancellationToken);
        }
        finally
        {
            await LetGoAsync(caller);
        }
    }

    /// <summary>Lets the leader delete again what it likes. Where it does not hear that, it does so when it is followed or copied the next time.</summary>
    private static async ValueTask LetGoAsync(SiteCaller caller)
    {
        try
        {
            await caller.AskAsync(SiteQuestion.Copied, "", CancellationToken.None);
        }
        catch (IOException)
        {
            // The copy is what it is.
        }
    }

    private async ValueTask<Result<SiteRecord>> CopyAsync(SiteCaller caller, DirectoryCut? cut, CancellationToken cancellationToken)
    {
        var remote = new RemoteDisk(caller);
        var theirs = await SiteRecord.ReadAsync(remote);
        var found = cut is null ? BackupErrors.NoDataDirectory(remote.Location) : await new SourceFiles(remote, cut).FindAsync();
        if (!found.IsSuccess || !theirs.IsSuccess || theirs.Value is not { } leader)
        {
            return Result.Failure<SiteRecord>([.. found.Errors, .. theirs.Errors]);
        }

        await ClearAsync();
        var begun = new SiteRecord { Term = leader.Term, Role = SiteRole.Copying, Begins = leader.Begins };
        await begun.WriteAsync(disk);
        var copying = new FileCopying(options, found.Value.Files.Sum(static file => file.Length));
        foreach (var file in found.Value.Files.OrderBy(static file => file.Path is DirectoryManifest.FileName))
        {
            await StoreAsync(copying, remote, file, cancellationToken);
        }

        var record = begun with { Role = SiteRole.Follower };
        await record.WriteAsync(disk);
        return record;
    }

    private async ValueTask ClearAsync()
    {
        foreach (var entry in await disk.ListAsync(""))
        {
            await (Stays(entry.Name) ? ValueTask.CompletedTask : disk.DeleteAsync(entry.Name));
        }
    }

    /// <summary>What is no part of a copy: the lock, the record of the site, and what was put aside.</summary>
    private static bool Stays(string name)
        => name is SiteRecord.FileName or SiteRewind.DirectoryName || name.StartsWith(DataDirectory.LockName, StringComparison.Ordinal);

    private async ValueTask StoreAsync(FileCopying copying, RemoteDisk remote, SourceFile file, CancellationToken cancellationToken)
    {
        if (file.Kind == SourceFileKind.Catalogued)
        {
            copying.Skip(file.Path, file.Length);
            await CopiedFiles.ReplaceAsync(disk, file.Path, file.Content);
            return;
        }

        var home = CopiedFiles.HomeOf(file.Path);
        await disk.CreateDirectoryAsync(home);
        await using (var target = await disk.CreateAsync(file.Path, DiskFileUse.Write))
        {
            await copying.CopyAsync(remote, file.Path, 0, file.Length, 0, (offset, bytes) => target.WriteAsync(offset, [bytes]), cancellationToken);
            await target.FlushAsync();
        }

        for (; home.Length > 0; home = CopiedFiles.HomeOf(home))
        {
            await disk.SyncDirectoryAsync(home);
        }
    }
}
