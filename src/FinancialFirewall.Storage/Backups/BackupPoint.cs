using System.Globalization;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Backups;

/// <summary>One moment of a data directory that a backup can bring back.</summary>
public sealed class BackupPoint
{
    /// <summary>The directory of the catalogues.</summary>
    internal const string Directory = "points";

    /// <summary>How many points a backup may have.</summary>
    public const int MaximumCount = 10_000;

    internal BackupPoint(int number, string directoryId, string masterKeyId, DirectoryCut cut, IReadOnlyList<BackupFile> files)
        => (Number, DirectoryId, MasterKeyId, Cut, Files) = (number, directoryId, masterKeyId, cut, files);

    /// <summary>Counts the points of a backup, from 1 on.</summary>
    public int Number { get; }

    /// <summary>Which data directory it is of.</summary>
    public string DirectoryId { get; }

    /// <summary>The name of the master key that opens it.</summary>
    public string MasterKeyId { get; }

    /// <summary>What the directory held.</summary>
    public DirectoryCut Cut { get; }

    /// <summary>The length of all files.</summary>
    public long Bytes => Files.Sum(file => file.Length);

    /// <summary>All files, in the order of their paths.</summary>
    internal IReadOnlyList<BackupFile> Files { get; }

    /// <summary>Where the catalogue of a point is.</summary>
    internal static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Directory}/{number:D10}.ff");

    /// <summary>The data directory as it was.</summary>
    internal DiskView ViewOn(IDisk backup)
    {
        var files = Files.ToDictionary(
            file => file.Path,
            file => file.IsInCatalogue ? DiskSlice.Of(file.Content) : DiskSlice.Of(backup, file.StoredPath, file.Length),
            StringComparer.Ordinal);
        return new DiskView(string.Create(CultureInfo.InvariantCulture, $"{backup.Location}, point {Number}"), files);
    }
}
