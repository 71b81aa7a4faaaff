using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Removes old points of a backup: first their catalogues, then what no other point has.</summary>
internal static class BackupPruning
{
    /// <summary>Keeps the newest <paramref name="keep"/> points and clears away what belongs to none.</summary>
    /// <returns>How many points were removed.</returns>
    public static async ValueTask<int> PruneAsync(IDisk backup, IReadOnlyList<BackupPoint> points, int keep)
    {
        var removed = Math.Max(0, points.Count - Math.Max(1, keep));
        foreach (var point in points.Take(removed))
        {
            await backup.DeleteAsync(BackupPoint.PathOf(point.Number));
        }

        if (removed > 0)
        {
            await backup.SyncDirectoryAsync(BackupPoint.Directory);
            var kept = points.Skip(removed).SelectMany(point => point.Files).Select(file => file.StoredPath).ToHashSet(StringComparer.Ordinal);
            await ClearAsync(backup, BackupFile.Directory, kept);
        }

        return removed;
    }

    private static async ValueTask ClearAsync(IDisk backup, string directory, HashSet<string> kept)
    {
        foreach (var entry in await backup.ListAsync(directory))
        {
            var path = $"{directory}/{entry.Name}";
            if (entry.IsDirectory)
            {
                await ClearAsync(backup, path, kept);
            }
            else if (!kept.Contains(path))
            {
                await backup.DeleteAsync(path);
            }
        }
    }
}
