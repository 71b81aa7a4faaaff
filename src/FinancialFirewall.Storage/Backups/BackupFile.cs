using System.Globalization;

namespace FinancialFirewall.Storage.Backups;

/// <summary>A file of a data directory as a backup has it.</summary>
/// <param name="Path">Its path in the data directory.</param>
/// <param name="Identity">Tells it from any other file that ever had this path: a checksum over something random in it.</param>
/// <param name="Length">How much of the stored file belongs to it, from the beginning on.</param>
/// <param name="Crc">The checksum of these bytes.</param>
/// <param name="Content">The bytes themselves, where they stand in the catalogue; empty where they are a file of their own.</param>
internal sealed record BackupFile(string Path, uint Identity, long Length, uint Crc, ReadOnlyMemory<byte> Content)
{
    /// <summary>The directory of the stored files.</summary>
    public const string Directory = "files";

    /// <summary>Whether the bytes stand in the catalogue.</summary>
    public bool IsInCatalogue => Content.Length > 0;

    /// <summary>Where the bytes are stored. Files that grow share one stored file with their longer selves.</summary>
    public string StoredPath => StoredPathOf(Path, Identity);

    public static string StoredPathOf(string path, uint identity) => string.Create(CultureInfo.InvariantCulture, $"{Directory}/{path}.{identity:x8}");
}
