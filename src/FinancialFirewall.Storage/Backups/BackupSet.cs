using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Backups;

/// <summary>The points of a backup that are complete.</summary>
/// <param name="points">The points, oldest first.</param>
/// <param name="damages">Catalogues that cannot be read.</param>
internal sealed class BackupSet(IReadOnlyList<BackupPoint> points, IReadOnlyList<StorageDamage> damages)
{
    public const string LockName = "LOCK";

    private static readonly string[] Names = [BackupPoint.Directory, BackupFile.Directory, LockName, LockName + ".owner"];

    public IReadOnlyList<BackupPoint> Points => points;

    public IReadOnlyList<StorageDamage> Damages => damages;

    /// <summary>The number that the next point has.</summary>
    public int NextNumber { get; private init; }

    /// <summary>Reads the catalogues. <c>NOT_EMPTY</c> where something else is there.</summary>
    public static async ValueTask<Result<BackupSet>> ReadAsync(IDisk disk)
    {
        if ((await disk.ListAsync("")).Any(entry => !Names.Contains(entry.Name, StringComparer.Ordinal)))
        {
            return BackupErrors.NotEmpty(disk.Location);
        }

        var (points, damages, last) = (new List<BackupPoint>(), new List<StorageDamage>(), 0);
        foreach (var entry in await disk.ListAsync(BackupPoint.Directory))
        {
            if (NumberOf(entry.Name) is not { } number)
            {
                continue;
            }

            last = number;
            var (point, problem) = await ReadPointAsync(disk, number);
            if (point is null)
            {
                damages.Add(new StorageDamage(BackupPoint.PathOf(number), 0, problem!, "Use another point of the backup, and check the disk that it is on."));
            }
            else
            {
                points.Add(point);
            }
        }

        return new BackupSet(points, damages) { NextNumber = last + 1 };
    }

    private static int? NumberOf(string name)
        => name.Length == 13 && name.EndsWith(".ff", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(0, 10), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;

    private static async ValueTask<(BackupPoint? Point, string? Problem)> ReadPointAsync(IDisk disk, int number)
    {
        await using var file = await disk.OpenAsync(BackupPoint.PathOf(number), DiskFileUse.Read);
        var bytes = new byte[Math.Min(BackupCatalogue.MaximumBytes, await file.GetLengthAsync())];
        var read = await file.ReadAsync(0, bytes);
        var (point, problem) = BackupCatalogue.Read(bytes.AsSpan(0, read));
        return point is not null && point.Number != number ? (null, "this is the catalogue of another point.") : (point, problem);
    }
}
