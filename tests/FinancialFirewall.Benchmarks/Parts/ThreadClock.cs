using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>
/// The processor time of the calling thread. On a machine that others use too it says what work costs, where a wall clock says how long one waited. Where
/// the system does not tell it, the wall clock stands in.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Nanoseconds; only differences mean something.</summary>
    public static double Now => OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out var time) == 0
        ? (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds
        : Stopwatch.GetTimestamp() * (NanosecondsPerSecond / Stopwatch.Frequency);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
