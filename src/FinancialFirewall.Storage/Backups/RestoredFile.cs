namespace FinancialFirewall.Storage.Backups;

/// <summary>A file that is brought back.</summary>
/// <param name="File">The file of the backup.</param>
/// <param name="Length">How much of it, from the beginning on.</param>
internal sealed record RestoredFile(BackupFile File, long Length)
{
    public string Path => File.Path;
}
