using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The expected refusals of a journal, in order of precedence.</summary>
public static class JournalErrors
{
    /// <summary>An older activation of the partition tries to write after a newer one has opened it.</summary>
    public static Error StaleEpoch(TenantId tenant, int partition, long epoch, long current) => new(
        ErrorKind.Conflict, "STALE_EPOCH", Key(tenant, partition), Text(epoch), $"Epoch {Text(epoch)} is over: epoch {Text(current)} writes this partition now.");

    /// <summary>The first sequence is not the one after the last.</summary>
    public static Error SequenceGap(TenantId tenant, int partition, long sequence, long expected) => new(
        ErrorKind.Conflict, "SEQUENCE_GAP", Key(tenant, partition), Text(sequence), $"The next record of this partition is number {Text(expected)}.");

    /// <summary>More room was asked for than the journal's buffer ever has.</summary>
    public static Error TooLarge(int bytes, int maximum) => new(
        ErrorKind.TooLarge, "APPEND_TOO_LARGE", "records", Text(bytes), $"At most {Text(maximum)} bytes can be appended at once: append in smaller parts.");

    /// <summary>The disk has less room left than the journal keeps free.</summary>
    public static Error DiskFull(string location, long free, long minimum) => new(
        ErrorKind.Unavailable,
        "DISK_FULL",
        location,
        Text(free),
        $"The disk of '{location}' has {Text(free)} bytes left and the journal keeps {Text(minimum)} free: nothing is recorded until there is room again.");

    /// <summary>Too many complete log files wait to be moved into segments, and they cannot be moved at the moment.</summary>
    public static Error Behind(int files, int maximum) => new(
        ErrorKind.Unavailable,
        "SEGMENTS_BEHIND",
        "journal",
        Text(files),
        $"{Text(files)} log files wait to be moved into segments, more than {Text(maximum)}, and that has failed: see the log for the reason; recording goes on once it succeeds.");

    /// <summary>Too many callers wait for room already.</summary>
    public static Error Busy(int maximum) => new(
        ErrorKind.Unavailable, "JOURNAL_BUSY", "journal", Text(maximum), $"{Text(maximum)} callers wait for the disk already: try again later.");

    /// <summary>The log is the copy of another site's.</summary>
    public static Error Follows() => new(
        ErrorKind.Unavailable, "SITE_FOLLOWS", "journal", "", "This site follows another one and records nothing of its own: send it to the leader, or promote this site.");

    private static string Key(TenantId tenant, int partition) => $"{tenant}/{Text(partition)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
