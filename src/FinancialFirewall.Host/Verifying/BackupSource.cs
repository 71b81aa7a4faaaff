using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Host.Verifying;

/// <summary>An open backup and the disk that it is on.</summary>
internal sealed class BackupSource : IDisposable
{
    private const string PointsName = "points";

    private readonly FileSystemDisk disk;

    private BackupSource(FileSystemDisk disk, Backup backup) => (this.disk, Backup) = (disk, backup);

    public Backup Backup { get; }

    /// <summary>Whether a path looks like a backup: a file, or a directory with points.</summary>
    public static bool IsBackup(string path) => File.Exists(path) || Directory.Exists(Path.Combine(path, PointsName));

    /// <summary>Opens the backup in a directory or file.</summary>
    /// <exception cref="CommandFailedException">It is none.</exception>
    public static async Task<BackupSource> OpenAsync(string path)
    {
        var isFile = File.Exists(path);
        var opened = new FileSystemDisk(isFile ? Path.GetDirectoryName(path)! : path);
        var backup = isFile ? await Backup.OpenAsync(opened, Path.GetFileName(path)) : await Backup.OpenAsync(opened);
        if (backup.IsSuccess)
        {
            return new BackupSource(opened, backup.Value);
        }

        opened.Dispose();
        throw CommandFailedException.Because(ExitCode.InputRefused, backup.Errors);
    }

    public void Dispose() => disk.Dispose();
}
