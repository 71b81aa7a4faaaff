using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Disks;

public sealed class ScratchDiskTests
{
    [Fact]
    public async Task Flush_ScratchFile_LeavesTheDiskAloneAndKeepsWhatWasWritten()
    {
        var disk = new SimulatedDisk(new Random(1));
        var scratch = new ScratchDisk(disk);
        await scratch.CreateDirectoryAsync("log");
        var before = disk.Flushes;

        await using var file = await scratch.CreateAsync("log/1", DiskFileUse.Append);
        await file.WriteAsync(0, [new byte[] { 1, 2, 3 }]);
        await file.FlushAsync();
        await scratch.SyncDirectoryAsync("log");

        var read = new byte[3];
        Assert.Equal(3, await file.ReadAsync(0, read));
        Assert.Equal([1, 2, 3], read);
        Assert.Equal(before, disk.Flushes);
    }
}
