using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Tests.Disks;

public sealed class PassingFileTests : IDisposable
{
    private const int Length = 3_000_017;
    private readonly string root = Path.Combine(Path.GetTempPath(), $"firewall-{Guid.NewGuid():N}");
    private readonly byte[] content = new byte[Length];

    public PassingFileTests() => new Random(1).NextBytes(content);

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task WriteOnce_PiecesOfAnyLength_AreThereOnceFlushed()
    {
        using var disk = new FileSystemDisk(root);
        await WriteAsync(disk, "x", flushesEach: false);
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(root, "x")));
    }

    [Fact]
    public async Task WriteOnce_FlushedBetweenPieces_GoesOnBehindThem()
    {
        using var disk = new FileSystemDisk(root);
        await WriteAsync(disk, "x", flushesEach: true);
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(root, "x")));
    }

    [Fact]
    public async Task WriteOnce_PieceThatDoesNotContinue_IsRefused()
    {
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("");
        await using var file = await disk.CreateAsync("x", DiskFileUse.WriteOnce);
        await file.WriteAsync(0, [new byte[10]]);
        Assert.Equal(10, await file.GetLengthAsync());
        if (file is PassingFile)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await file.WriteAsync(11, [new byte[1]]));
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await file.TruncateAsync(1));
        }
    }

    [Fact]
    public async Task ReadOnce_PiecesAnywhere_AreWhatWasWritten()
    {
        using var disk = new FileSystemDisk(root);
        await WriteAsync(disk, "x", flushesEach: false);
        await using var file = await disk.OpenAsync("x", DiskFileUse.ReadOnce);
        Assert.Equal(Length, await file.GetLengthAsync());
        var random = new Random(2);
        for (var i = 0; i < 200; i++)
        {
            var (start, wanted) = (random.Next(Length + 10), random.Next(i % 10 == 0 ? Length : 10_000));
            var buffer = new byte[wanted];
            var expected = Math.Clamp(Length - start, 0, wanted);
            Assert.Equal(expected, await file.ReadAsync(start, buffer));
            Assert.True(content.AsSpan(Math.Min(start, Length), expected).SequenceEqual(buffer.AsSpan(0, expected)), $"{wanted} bytes from {start} on");
        }
    }

    [Fact]
    public async Task ReadOnce_FileThatIsInMemory_ReadsWhatIsThere()
    {
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("");
        await File.WriteAllBytesAsync(Path.Combine(root, "x"), content);
        await using var file = await disk.OpenAsync("x", DiskFileUse.ReadOnce);
        var buffer = new byte[Length];
        Assert.Equal(Length, await file.ReadAsync(0, buffer));
        Assert.Equal(content, buffer);
    }

    [Fact]
    public async Task WriteOnce_ManyFilesOneAfterTheOther_HoldTheirOwnBytes()
    {
        using var disk = new FileSystemDisk(root);
        await disk.CreateDirectoryAsync("");
        for (var i = 1; i <= 20; i++)
        {
            await using var file = await disk.CreateAsync($"{i}", DiskFileUse.WriteOnce);
            await file.WriteAsync(0, [content.AsMemory(i, 1_000 * i)]);
            await file.FlushAsync();
        }

        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal(content.AsSpan(i, 1_000 * i).ToArray(), await File.ReadAllBytesAsync(Path.Combine(root, $"{i}")));
        }
    }

    [Fact]
    public async Task Once_WhereTheFileSystemCan_PassesTheSystemsMemory()
    {
        using var disk = new FileSystemDisk(root);
        await WriteAsync(disk, "x", flushesEach: false);
        await using var probe = File.OpenRead(Path.Combine(root, "x"));
        var can = DirectAccess.TrySet(probe.SafeFileHandle, isDirect: true);
        await using var read = await disk.OpenAsync("x", DiskFileUse.ReadOnce);
        await using var written = await disk.CreateAsync("y", DiskFileUse.WriteOnce);
        await using var usual = await disk.OpenAsync("x", DiskFileUse.Read);
        Assert.Equal((can, can, false), (read is PassingFile, written is PassingFile, usual is PassingFile));
    }

    private async Task WriteAsync(FileSystemDisk disk, string path, bool flushesEach)
    {
        await disk.CreateDirectoryAsync("");
        await using var file = await disk.CreateAsync(path, DiskFileUse.WriteOnce);
        var random = new Random(3);
        for (var at = 0; at < Length;)
        {
            var (one, other) = (random.Next(1, 50_000), random.Next(100_000));
            one = Math.Min(one, Length - at);
            other = Math.Min(other, Length - at - one);
            await file.WriteAsync(at, [content.AsMemory(at, one), content.AsMemory(at + one, other)]);
            at += one + other;
            await (flushesEach ? file.FlushAsync() : ValueTask.CompletedTask);
        }

        await file.FlushAsync();
    }
}
