namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A test that mounts file systems, and is left out with a reason where that cannot be done.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDiskFactAttribute : FactAttribute
{
    public RealDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/dev/loop-control") || !File.Exists("/usr/sbin/mkfs.ext4"))
        {
            Skip = "It mounts file systems, and breaks them: it takes Linux, root, loop devices and mkfs.ext4.";
        }
    }
}
