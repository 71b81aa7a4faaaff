using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Backups;

/// <summary>The expected refusals of taking and using backups.</summary>
internal static class BackupErrors
{
    /// <summary>What should be backed up is no data directory.</summary>
    public static Error NoDataDirectory(string location) => new(ErrorKind.NotFound, "NO_DATA_DIRECTORY", "data", location, $"'{location}' is no data directory.");

    /// <summary>What should be a backup is none.</summary>
    public static Error NoBackup(string location) => new(
        ErrorKind.NotFound, "NO_BACKUP", "from", location, $"'{location}' is no backup: a directory or a file that 'firewall backup' completed is expected.");

    /// <summary>A directory that holds something else.</summary>
    public static Error NotEmpty(string location) => new(
        ErrorKind.Conflict, "NOT_EMPTY", "directory", location, $"'{location}' holds other files: name an empty directory, or one that does not exist.");

    /// <summary>A backup of another data directory.</summary>
    public static Error OtherDirectory(string location, string expected, string found) => new(
        ErrorKind.Conflict,
        "BACKUP_OF_ANOTHER",
        "to",
        location,
        $"'{location}' is a backup of data directory {expected}, and this is {found}: name another place for its backup.");

    /// <summary>Too many points.</summary>
    public static Error TooManyPoints(string location) => new(
        ErrorKind.TooLarge,
        "BACKUP_FULL",
        "to",
        location,
        string.Create(CultureInfo.InvariantCulture, $"'{location}' has {BackupPoint.MaximumCount} points, as many as there can be: remove old ones with --keep, or begin another backup."));

    /// <summary>Keys do not come to rest.</summary>
    public static Error KeysAreBeingReplaced() => new(
        ErrorKind.Unavailable, "KEYS_CHANGING", "keys", "", "The keys are being replaced at this moment: take the backup when that is done.");

    /// <summary>There is no such point.</summary>
    public static Error NoSuchPoint(int number, int count) => new(
        ErrorKind.NotFound,
        "POINT_NOT_FOUND",
        "point",
        number.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"The backup has no point {number}; it has {count}: 'firewall verify' lists them."));

    /// <summary>A time that the backup does not reach.</summary>
    public static Error TimeTooLate(Instant time, Instant last) => new(
        ErrorKind.NotFound, "TIME_TOO_LATE", "to-time", time.ToString(), $"The backup ends at {last}; without a time all of it is restored.");

    /// <summary>A time before everything.</summary>
    public static Error TimeTooEarly(Instant time) => new(
        ErrorKind.NotFound, "TIME_TOO_EARLY", "to-time", time.ToString(), $"At {time} the data directory held nothing yet, as far as the backup knows.");
}
