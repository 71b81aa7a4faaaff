using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>Waits for a point in time without using the processor: a client that spins would take a core away from the server.</summary>
internal static class Pacing
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Waits until a time stamp of <see cref="Stopwatch"/>; ends some 50 µs late, as the system's timers do.</summary>
    public static void WaitUntil(long timestamp)
    {
        var left = timestamp - Stopwatch.GetTimestamp();
        if (left <= 0)
        {
            return;
        }

        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            var time = left * (NanosecondsPerSecond / Stopwatch.Frequency);
            _ = NanoSleep(new NativeTime((nint)(time / NanosecondsPerSecond), (nint)(time % NanosecondsPerSecond)), nint.Zero);
        }
        else
        {
            Thread.Sleep(Stopwatch.GetElapsedTime(0, left));
        }
    }

    /// <summary>The runtime's own sleep counts whole milliseconds, too coarse for thousands of payments a second.</summary>
    [DllImport("libc", EntryPoint = "nanosleep"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NanoSleep(in NativeTime time, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct NativeTime(nint Seconds, nint Nanoseconds);
}
