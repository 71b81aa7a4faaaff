namespace FinancialFirewall.Storage.Disks;

/// <summary>A disk to read from, made of parts of other disks: what lies elsewhere, and under other names, looks like one directory.</summary>
/// <param name="location">Where it is, for people.</param>
/// <param name="files">The files by their paths.</param>
internal sealed class DiskView(string location, IReadOnlyDictionary<string, DiskSlice> files) : ReadOnlyDisk
{
    private readonly Dictionary<string, SortedDictionary<string, DiskEntry>> directories = Index(files);

    /// <inheritdoc/>
    public override string Location => location;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<DiskEntry>> ListAsync(string directory)
        => new(directories.TryGetValue(directory, out var entries) ? [.. entries.Values] : []);

    /// <inheritdoc/>
    public override ValueTask<bool> ExistsAsync(string path) => new(path.Length == 0 || files.ContainsKey(path) || directories.ContainsKey(path));

    /// <inheritdoc/>
    public override async ValueTask<IDiskFile> OpenAsync(string path, DiskFileUse use)
    {
        if (use is not (DiskFileUse.Read or DiskFileUse.ReadOnce))
        {
            throw ReadOnly();
        }

        return files.TryGetValue(path, out var slice)
            ? new DiskViewFile(path, slice, slice.Disk is null ? null : await slice.Disk.OpenAsync(slice.Path, use))
            : throw new FileNotFoundException($"There is no file '{path}' in '{location}'.");
    }

    private static Dictionary<string, SortedDictionary<string, DiskEntry>> Index(IReadOnlyDictionary<string, DiskSlice> files)
    {
        var found = new Dictionary<string, SortedDictionary<string, DiskEntry>>(StringComparer.Ordinal);
        foreach (var (path, slice) in files)
        {
            var (child, length, isDirectory) = (path, slice.Length, false);
            for (var added = true; added && child.Length > 0;)
            {
                var slash = child.LastIndexOf('/');
                var (parent, name) = slash < 0 ? ("", child) : (child[..slash], child[(slash + 1)..]);
                if (!found.TryGetValue(parent, out var entries))
                {
                    found.Add(parent, entries = new(StringComparer.Ordinal));
                }

                added = entries.TryAdd(name, new DiskEntry(name, isDirectory, length));
                (child, length, isDirectory) = (parent, 0, true);
            }
        }

        return found;
    }
}
