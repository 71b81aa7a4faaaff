using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// Tells the system which pages of a file nobody will soon ask for (<c>posix_fadvise</c> on Linux). What is written and read once would else fill all free memory
/// page by page, and a page that nobody used before is dear: in a virtual machine it takes ten times as long to write into it as into one that is used again.
/// </summary>
internal static class PageCache
{
    private const int DoNotNeed = 4;

    /// <summary>Lets go of the whole pages between two offsets, where they are on disk. Nothing but speed depends on it.</summary>
    public static void Release(SafeFileHandle file, long start, long end)
    {
        if (end > start && OperatingSystem.IsLinux() && Environment.Is64BitProcess)
        {
            _ = Advise(file, start, end - start, DoNotNeed);
        }
    }

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);
}
