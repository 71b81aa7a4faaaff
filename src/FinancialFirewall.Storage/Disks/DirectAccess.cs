using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// Reading and writing past the system's memory (<c>O_DIRECT</c> on Linux): the disk fills and empties the memory of the process itself, and nobody copies. Places, lengths
/// and memory are then multiples of <see cref="Alignment"/>. Nothing but speed depends on it.
/// </summary>
internal static class DirectAccess
{
    /// <summary>What places in the file, lengths, and addresses in memory are multiples of, in bytes.</summary>
    public const int Alignment = 4096;

    private const int GetFlags = 3;
    private const int SetFlags = 4;

    private static int Flag => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X86 or Architecture.X64 or Architecture.S390x or Architecture.LoongArch64 or Architecture.RiscV64 => 0x4000,
        Architecture.Arm or Architecture.Armv6 or Architecture.Arm64 => 0x1_0000,
        Architecture.Ppc64le => 0x2_0000,
        _ => 0,
    };

    /// <summary>Begins or ends it for an open file.</summary>
    /// <returns>Whether the system and the file system can.</returns>
    public static bool TrySet(SafeFileHandle file, bool isDirect)
    {
        if (!OperatingSystem.IsLinux() || Flag == 0)
        {
            return false;
        }

        var flags = Control(file, GetFlags, 0);
        return flags >= 0 && Control(file, SetFlags, isDirect ? flags | Flag : flags & ~Flag) == 0;
    }

    /// <summary>Memory that may be used for it.</summary>
    /// <param name="length">Its length, a multiple of <see cref="Alignment"/>.</param>
    public static Memory<byte> Allocate(int length)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(length + Alignment, pinned: true);
        var start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) & (Alignment - 1));
        return pinned.AsMemory(start, length);
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, int argument);
}
