using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Says on what it was measured.</summary>
internal static class Machine
{
    private const int Flushes = 50;
    private const int FlushedBytes = 4096;

    /// <summary>Cores, system, runtime and the disk under a folder.</summary>
    public static string Describe(string folder)
    {
        var drive = DriveInfo.GetDrives()
            .Where(candidate => Path.GetFullPath(folder).StartsWith(candidate.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(candidate => candidate.RootDirectory.FullName.Length);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}; "
            + $"disk {drive?.DriveFormat ?? "of unknown kind"}, {MedianFlush(folder).TotalMilliseconds:F2} ms to write and flush 4 KiB (median of {Flushes})");
    }

    private static TimeSpan MedianFlush(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"firewall-flush-{Guid.NewGuid():N}");
        var times = new List<TimeSpan>();
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
        {
            var bytes = new byte[FlushedBytes];
            for (var i = 0; i < Flushes; i++)
            {
                var start = Stopwatch.GetTimestamp();
                file.Write(bytes);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        return times.Order().ElementAt(Flushes / 2);
    }
}
