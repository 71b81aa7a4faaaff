using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Replication;

/// <summary>Puts files of the other site on this site's disk.</summary>
internal static class CopiedFiles
{
    /// <summary>What a file is called until it is whole.</summary>
    public const string Unfinished = ".tmp";

    private const int PieceBytes = 1024 * 1024;

    /// <summary>Writes a small file, whole or not at all, durably.</summary>
    public static async ValueTask ReplaceAsync(IDisk disk, string path, ReadOnlyMemory<byte> bytes)
    {
        var home = HomeOf(path);
        if (!await disk.ExistsAsync(home))
        {
            await disk.CreateDirectoryAsync(home);
            await disk.SyncDirectoryAsync(HomeOf(home));
        }

        await disk.DeleteAsync(path + Unfinished);
        await using (var file = await disk.CreateAsync(path + Unfinished, DiskFileUse.Write))
        {
            await file.WriteAsync(0, [bytes]);
            await file.FlushAsync();
        }

        await disk.RenameAsync(path + Unfinished, path);
        await disk.SyncDirectoryAsync(home);
    }

    /// <summary>Copies a file, durably.</summary>
    public static async ValueTask CopyAsync(IDiskFile source, IDisk disk, string path)
    {
        await disk.DeleteAsync(path);
        await using var target = await disk.CreateAsync(path, DiskFileUse.Write);
        var piece = new byte[PieceBytes];
        for (var offset = 0L; await source.ReadAsync(offset, piece) is var read && read > 0; offset += read)
        {
            await target.WriteAsync(offset, [piece.AsMemory(0, read)]);
        }

        await target.FlushAsync();
        await disk.SyncDirectoryAsync(HomeOf(path));
    }

    /// <summary>The directory of a path; empty for the root.</summary>
    public static string HomeOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];
}
