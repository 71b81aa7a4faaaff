namespace FinancialFirewall.Storage.Backups;

/// <summary>A file of the data directory that is to be backed up.</summary>
/// <param name="Path">Its path in the data directory.</param>
/// <param name="Identity">See <see cref="BackupFile.Identity"/>.</param>
/// <param name="Length">How much of it belongs to the backup.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The bytes, where they go into the catalogue.</param>
internal sealed record SourceFile(string Path, uint Identity, long Length, SourceFileKind Kind, ReadOnlyMemory<byte> Content)
{
    public static SourceFile InCatalogue(string path, ReadOnlyMemory<byte> content) => new(path, 0, content.Length, SourceFileKind.Catalogued, content);
}
