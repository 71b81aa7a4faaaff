using System.Collections.Concurrent;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>What is on a disk once the tenant was created with its first policy: made once for each policy, since publishing is what takes time.</summary>
internal sealed class DiskImage
{
    private static readonly ConcurrentDictionary<string, Lazy<DiskImage>> Images = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<(string Path, byte[] Content)> files;

    private DiskImage(SimulatedDisk disk) => files = [.. disk.Files.Select(path => (path, disk.Content(path)))];

    public static DiskImage WithTenant(string policy) => Images.GetOrAdd(policy, static key => new Lazy<DiskImage>(() =>
    {
        var firewall = new SimulatedFirewall(seed: 0);
        firewall.Provision(SimulatedFirewall.Tenant, key);
        firewall.Crash();
        return new DiskImage(firewall.Disk);
    })).Value;

    /// <summary>Puts it on an empty disk, durably.</summary>
    public async Task PlantAsync(SimulatedDisk disk)
    {
        foreach (var (path, content) in files)
        {
            if (path.LastIndexOf('/') is > 0 and var end)
            {
                await disk.CreateDirectoryAsync(path[..end]);
                await SyncParentsAsync(disk, path[..end]);
            }

            disk.Plant(path, content);
        }
    }

    private static async Task SyncParentsAsync(SimulatedDisk disk, string directory)
    {
        for (var end = directory.LastIndexOf('/'); end > 0; end = directory.LastIndexOf('/', end - 1))
        {
            await disk.SyncDirectoryAsync(directory[..end]);
        }

        await disk.SyncDirectoryAsync("");
    }
}
