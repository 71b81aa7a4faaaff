namespace FinancialFirewall.Storage.Disks;

/// <summary>What a file of a <see cref="DiskView"/> consists of: a part of another file, or bytes in memory.</summary>
/// <param name="Disk">Where the other file is; <see langword="null"/> for bytes in memory.</param>
/// <param name="Path">The other file.</param>
/// <param name="Offset">Where the part begins.</param>
/// <param name="Length">The length of the part.</param>
/// <param name="Bytes">The bytes in memory.</param>
internal sealed record DiskSlice(IDisk? Disk, string Path, long Offset, long Length, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The beginning of a file.</summary>
    public static DiskSlice Of(IDisk disk, string path, long length, long offset = 0) => new(disk, path, offset, length, default);

    /// <summary>Bytes in memory.</summary>
    public static DiskSlice Of(ReadOnlyMemory<byte> bytes) => new(null, "", 0, bytes.Length, bytes);
}
