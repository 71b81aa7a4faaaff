using System.Globalization;

namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>What this process has had written to disks.</summary>
internal static class WrittenBytes
{
    private const string Accounting = "/proc/self/io";
    private const string Member = "write_bytes:";

    /// <summary>Bytes since the process began, of whole pages; null where the system does not count them.</summary>
    public static long? Now
        => File.Exists(Accounting) && File.ReadLines(Accounting).FirstOrDefault(static line => line.StartsWith(Member, StringComparison.Ordinal)) is { } line
            ? long.Parse(line.AsSpan(Member.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)
            : null;
}
