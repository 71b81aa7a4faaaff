using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Tests.Disks;

public sealed class FileSystemDiskTests : IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"firewall-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task File_WrittenInPieces_ReadsBack()
    {
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("a/b");
        await using (var file = await disk.CreateAsync("a/b/c", DiskFileUse.Append))
        {
            await file.WriteAsync(0, [new byte[] { 1, 2 }, new byte[] { 3 }]);
            await file.WriteAsync(3, [new byte[] { 4, 5 }]);
            await file.FlushAsync();
            Assert.Equal(5, await file.GetLengthAsync());
            await file.TruncateAsync(4);
        }

        await disk.SyncDirectoryAsync("a/b");
        await using var again = await disk.OpenAsync("a/b/c", DiskFileUse.Read);
        var buffer = new byte[10];
        Assert.Equal(3, await again.ReadAsync(1, buffer));
        Assert.Equal([2, 3, 4], buffer[..3]);
        Assert.Equal([new DiskEntry("c", false, 4)], await disk.ListAsync("a/b"));
        Assert.Equal([new DiskEntry("b", true, 0)], await disk.ListAsync("a"));
        Assert.True(await disk.GetFreeBytesAsync() > 0);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(root, "a/b/c")));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(root, "a/b")));
        }
    }

    [Theory]
    [InlineData(DiskFileUse.Write)]
    [InlineData(DiskFileUse.Append)]
    public async Task File_LongerThanWhatIsKeptInMemory_ReadsBack(DiskFileUse use)
    {
        const int Pieces = 48;
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("");
        var piece = new byte[1_000_001];
        await using (var file = await disk.CreateAsync("long", use))
        {
            for (var i = 0; i < Pieces; i++)
            {
                Array.Fill(piece, (byte)i);
                await file.WriteThroughAsync((long)i * piece.Length, [piece.AsMemory(0, 1), piece.AsMemory(1)]);
            }
        }

        await using var again = await disk.OpenAsync("long", DiskFileUse.Read);
        for (var i = 0; i < 2 * Pieces; i++)
        {
            Assert.Equal(piece.Length, await again.ReadAsync((long)(i % Pieces) * piece.Length, piece));
            Assert.False(piece.AsSpan().ContainsAnyExcept((byte)(i % Pieces)));
        }
    }

    [Fact]
    public async Task Names_RenamedAndDeleted_AreGone()
    {
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("a");
        await using (await disk.CreateAsync("a/x", DiskFileUse.Write))
        await using (await disk.CreateAsync("a/y", DiskFileUse.Write))
        {
            await disk.RenameAsync("a/x", "a/y");
        }

        await disk.RenameAsync("a", "b");
        Assert.False(await disk.ExistsAsync("a"));
        Assert.Equal(["y"], (await disk.ListAsync("b")).Select(entry => entry.Name), StringComparer.Ordinal);
        await Assert.ThrowsAsync<IOException>(async () => await disk.CreateAsync("b/y", DiskFileUse.Write));
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await disk.OpenAsync("b/x", DiskFileUse.Read));
        await disk.DeleteAsync("b");
        await disk.DeleteAsync("b");
        Assert.Empty(await disk.ListAsync(""));
        await Assert.ThrowsAsync<IOException>(async () => await disk.SyncDirectoryAsync("b"));
    }

    [Fact]
    public async Task LockAsync_HeldByAnother_NamesTheProcess()
    {
        using var first = new FileSystemDisk(root);
        using var second = new FileSystemDisk(root);
        await first.CreateDirectoryAsync("");
        Assert.Null(await second.GetLockOwnerAsync("LOCK"));
        Assert.Empty(await second.ListAsync(""));
        await using (var held = (await first.LockAsync("LOCK")).Value)
        {
            var error = (await second.LockAsync("LOCK")).Errors[0];
            Assert.Equal(("DIRECTORY_LOCKED", $"process {Environment.ProcessId}"), (error.Code, error.Value));
            Assert.Equal($"process {Environment.ProcessId}", await second.GetLockOwnerAsync("LOCK"));
        }

        Assert.Null(await second.GetLockOwnerAsync("LOCK"));
        await using var again = (await second.LockAsync("LOCK")).Value;
    }

    [Fact]
    public async Task ReadAsync_ManyAtOnce_AreAllServed()
    {
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("");
        await using var file = await disk.CreateAsync("x", DiskFileUse.Append);
        await file.WriteAsync(0, [Enumerable.Range(0, 256).Select(value => (byte)value).ToArray()]);
        var reads = Enumerable.Range(0, 3 * DiskWorker.MaximumPending).Select(async i =>
        {
            var buffer = new byte[1];
            Assert.Equal(1, await file.ReadAsync(i % 256, buffer));
            return buffer[0] == i % 256;
        });
        Assert.DoesNotContain(false, await Task.WhenAll(reads));
    }
}
