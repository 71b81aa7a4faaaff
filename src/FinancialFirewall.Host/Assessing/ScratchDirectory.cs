using System.Security.Cryptography;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Assessing;

/// <summary>A directory that is gone when it is no longer needed.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("firewall-assess-");
    private readonly FileSystemDisk files;

    public ScratchDirectory()
    {
        files = new FileSystemDisk(Path);
        Disk = new ScratchDisk(files);
    }

    /// <summary>Its files, which nobody waits for: they are gone with the process in any case.</summary>
    public IDisk Disk { get; }

    /// <summary>The key of what is written there; it is never written itself, so that nothing can be read when the process was killed.</summary>
    public InMemoryMasterKey MasterKey { get; } = new(RandomNumberGenerator.GetBytes(Storage.Encryption.MasterKey.Length));

    /// <summary>Where it is.</summary>
    public string Path => directory.FullName;

    /// <summary>Deletes it with all that is in it.</summary>
    public void Dispose()
    {
        files.Dispose();
        directory.Delete(recursive: true);
        MasterKey.Dispose();
    }
}
