using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Shows the files of a tar archive as a disk.</summary>
internal static class TarDirectory
{
    private const int MaximumFiles = 10_000_000;

    /// <summary>Reads the headers of an archive; <see langword="null"/> where it is none or ends too early.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public static async ValueTask<DiskView?> ReadAsync(IDisk disk, string path)
    {
        await using var archive = await disk.OpenAsync(path, DiskFileUse.Read);
        var files = new Dictionary<string, DiskSlice>(StringComparer.Ordinal);
        var block = new byte[TarHeader.BlockBytes];
        var length = await archive.GetLengthAsync();
        for (var offset = 0L; files.Count < MaximumFiles; )
        {
            if (await archive.ReadAsync(offset, block) < block.Length)
            {
                return null;
            }

            if (TarHeader.Read(block) is not { } header)
            {
                return files.Count > 0 && !block.AsSpan().ContainsAnyExcept((byte)0) ? new DiskView($"{disk.Location}/{path}", files) : null;
            }

            offset += block.Length;
            files[header.Name] = DiskSlice.Of(disk, path, Math.Min(header.Length, length - offset), offset);
            offset += header.Length + TarHeader.PaddingOf(header.Length);
        }

        return null;
    }
}
