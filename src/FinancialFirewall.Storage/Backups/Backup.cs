using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Backups;

/// <summary>A backup to read from: a directory that <see cref="BackupWriter"/> wrote, or an archive of <see cref="BackupStream"/>.</summary>
public sealed class Backup
{
    private readonly IDisk disk;
    private readonly BackupSet set;

    private Backup(IDisk disk, BackupSet set) => (this.disk, this.set) = (disk, set);

    /// <summary>What can be brought back, oldest first; at least one.</summary>
    public IReadOnlyList<BackupPoint> Points => set.Points;

    /// <summary>Catalogues that cannot be read.</summary>
    public IReadOnlyList<StorageDamage> Damages => set.Damages;

    internal IDisk Disk => disk;

    /// <summary>Opens the backup in a directory. Refusal: <c>NO_BACKUP</c>.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public static async ValueTask<Result<Backup>> OpenAsync(IDisk directory)
    {
        var points = await BackupSet.ReadAsync(directory);
        return points.IsSuccess && points.Value.Points.Count + points.Value.Damages.Count > 0
            ? new Backup(directory, points.Value)
            : BackupErrors.NoBackup(directory.Location);
    }

    /// <summary>Opens a backup that is a file. Refusal: <c>NO_BACKUP</c>.</summary>
    /// <param name="directory">The directory of the file.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public static async ValueTask<Result<Backup>> OpenAsync(IDisk directory, string name)
        => await TarDirectory.ReadAsync(directory, name) is { } archive ? await OpenAsync(archive) : BackupErrors.NoBackup($"{directory.Location}/{name}");

    /// <summary>The point of a number; the newest one without. Refusal: <c>POINT_NOT_FOUND</c>.</summary>
    public Result<BackupPoint> Find(int? number)
        => Points.LastOrDefault(point => number is null || point.Number == number) is { } found ? found : BackupErrors.NoSuchPoint(number ?? 1, Points.Count);

    /// <summary>The oldest point that holds everything up to a time. Refusal: <c>TIME_TOO_LATE</c>.</summary>
    public Result<BackupPoint> Find(Instant time)
    {
        var found = Points.FirstOrDefault(point => point.Cut.TakenAt >= time);
        return found is not null ? found : BackupErrors.TimeTooLate(time, Points.Count == 0 ? default : Points[^1].Cut.TakenAt);
    }

    /// <summary>
    /// Reads every stored byte that a point has and compares it with what was written, and then proves the point as <c>firewall verify</c> proves a data
    /// directory: with the master key, by opening everything.
    /// </summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<VerificationReport> VerifyAsync(
        BackupPoint point, IMasterKeySource? masterKey, IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var damages = new List<StorageDamage>(Damages);
        var copying = new FileCopying(new BackupOptions(), point.Bytes);
        foreach (var file in point.Files.Where(file => !file.IsInCatalogue))
        {
            if (await FindDamageAsync(copying, file, cancellationToken) is { } damage)
            {
                damages.Add(damage);
            }
        }

        if (damages.Count > Damages.Count)
        {
            return new VerificationReport(null, null, null, [], [], 0, [], damages);
        }

        var report = await new DataDirectoryVerifier(point.ViewOn(disk), masterKey).VerifyAsync(progress, cancellationToken);
        return report with { Damages = [.. damages, .. report.Damages] };
    }

    private async ValueTask<StorageDamage?> FindDamageAsync(FileCopying copying, BackupFile file, CancellationToken cancellationToken)
    {
        const string Advice = "Use another point of the backup, and check the disk that it is on.";
        if (!await disk.ExistsAsync(file.StoredPath))
        {
            return new StorageDamage(file.StoredPath, 0, "the catalogue names this file and it is missing.", Advice);
        }

        try
        {
            return await copying.MeasureAsync(disk, file.StoredPath, file.Length, cancellationToken) == file.Crc
                ? null
                : new StorageDamage(file.StoredPath, 0, $"its first {file.Length} bytes are not those that were written.", Advice);
        }
        catch (StorageDamageException exception)
        {
            return exception.Damage;
        }
    }
}
