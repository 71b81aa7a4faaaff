using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// The files that say which persons can still be read: one a tenant, replaced as a whole when somebody is erased. They go into the catalogue of each point, and a
/// restoration takes those of the newest point, whichever point it brings back: who was erased stays erased.
/// </summary>
internal static class PersonFiles
{
    private const string Suffix = ".ff";

    /// <summary>Reads those of a data directory.</summary>
    public static async ValueTask<List<SourceFile>> ReadAsync(IDisk disk)
    {
        var found = new List<SourceFile>();
        foreach (var entry in await disk.ListAsync(PersonKeyStore.DirectoryName))
        {
            if (!entry.IsDirectory && entry.Name.EndsWith(Suffix, StringComparison.Ordinal))
            {
                var path = $"{PersonKeyStore.DirectoryName}/{entry.Name}";
                await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
                var bytes = new byte[await file.GetLengthAsync()];
                found.Add(SourceFile.InCatalogue(path, bytes.AsMemory(0, await file.ReadAsync(0, bytes))));
            }
        }

        return found;
    }

    /// <summary>The files of a point with the newest ones of these in the place of its own.</summary>
    public static IReadOnlyList<BackupFile> Renew(IReadOnlyList<BackupFile> files, BackupPoint newest)
        => [.. files.Where(file => !IsOne(file)), .. newest.Files.Where(IsOne)];

    private static bool IsOne(BackupFile file) => file.Path.StartsWith(PersonKeyStore.DirectoryName + "/", StringComparison.Ordinal);
}
