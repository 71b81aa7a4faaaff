using System.Globalization;
using FinancialFirewall.Host.Backups;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Following;

/// <summary>Sees to it that there is a data directory that can follow: copies the leader's, or puts aside what the leader does not have.</summary>
internal static class FollowerDirectory
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Prepares the directory.</summary>
    /// <exception cref="CommandFailedException">It is in use, or holds what cannot follow.</exception>
    public static async Task PrepareAsync(FollowOptions options, CancellationToken interrupted)
    {
        using var disk = new FileSystemDisk(options.DataDirectory);
        using var link = new HttpSiteLink(options.Leader, options.Settings.Key, Timeout, TimeProvider.System);
        await disk.CreateDirectoryAsync("");
        var locked = await disk.LockAsync(DataDirectory.LockName);
        if (!locked.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InUse, locked.Errors);
        }

        await using var alone = locked.Value;
        if (options.IsCopyingAnew)
        {
            await ReportAsync(await new SiteRewind(link, disk).PutAllAsideAsync());
        }
        else if (options.IsRewinding)
        {
            var rewound = await new SiteRewind(link, disk).RunAsync(interrupted);
            await ReportAsync(rewound.IsSuccess ? rewound.Value : throw CommandFailedException.Because(StorageExitCode.Of(rewound.Errors[0]), rewound.Errors));
        }

        var known = await SiteRecord.ReadAsync(disk);
        if (known is { IsSuccess: true, Value.Role: SiteRole.Follower })
        {
            return;
        }

        await RefuseAsync(disk, known.IsSuccess ? known.Value : throw CommandFailedException.Because(ExitCode.StorageDamaged, known.Errors));
        var copied = await new SiteCopy(link, disk, new BackupOptions { Progress = new BackupBar(Console.Error) }).RunAsync(interrupted);
        if (!copied.IsSuccess)
        {
            throw CommandFailedException.Because(StorageExitCode.Of(copied.Errors[0]), copied.Errors);
        }
    }

    private static Task ReportAsync(string text) => text.Length > 0 ? Console.Out.WriteLineAsync(text) : Task.CompletedTask;

    private static async Task RefuseAsync(FileSystemDisk disk, SiteRecord? record)
    {
        if (record is { Role: SiteRole.Leader or SiteRole.Fenced } || (record is null && await disk.ExistsAsync(DirectoryManifest.FileName)))
        {
            throw new CommandFailedException(
                ExitCode.OtherSite,
                string.Create(CultureInfo.InvariantCulture, $"SITE_LED: '{disk.Location}' recorded payments as a leader{(record is null ? "" : $" in term {record.Term}")}, and may hold what the other site does not."),
                "To put that aside and follow, add --rewind; to put everything aside and copy it all, add --copy-anew.");
        }
    }
}
