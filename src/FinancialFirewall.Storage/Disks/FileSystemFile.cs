#pragma warning disable RS0030 // This is the seam to the machine's files.
using Microsoft.Win32.SafeHandles;

namespace FinancialFirewall.Storage.Disks;

/// <summary>A file of the machine; its blocking calls run on the threads of a <see cref="DiskWorker"/>.</summary>
internal sealed class FileSystemFile(FileSystemDisk disk, string path, FileStream stream, DiskWorker worker, bool ownsWorker) : IDiskFile
{
    /// <summary>How many of the last bytes of a file that is appended to stay in memory.</summary>
    private const int RecentBytes = 32 * 1024 * 1024;

    /// <summary>Who reads so much at once reads from front to back, and once.</summary>
    private const int LongRead = 512 * 1024;

    private readonly WrittenPages pages = new(stream.SafeFileHandle, ownsWorker ? RecentBytes : 0);

    public string Path => path;

    private SafeFileHandle Handle => stream.SafeFileHandle;

    public async ValueTask<long> GetLengthAsync() => await worker.RunAsync(() => RandomAccess.GetLength(Handle));

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer) => await disk.Readers.RunAsync(() => Read(offset, buffer.Span));

    public async ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => await worker.RunAsync(() => Write(offset, buffers) && (!pages.ShouldFlush || Flush()));

    public async ValueTask FlushAsync() => await worker.RunAsync(Flush);

    /// <remarks>In one go: between two calls the threads would have to wake each other twice more.</remarks>
    public async ValueTask WriteThroughAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => await worker.RunAsync(() => Write(offset, buffers) && Flush());

    public async ValueTask TruncateAsync(long length) => await worker.RunAsync(() =>
    {
        RandomAccess.SetLength(Handle, length);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        if (ownsWorker)
        {
            worker.Dispose();
        }
    }

    private int Read(long offset, Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(Handle, buffer[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        if (total >= LongRead)
        {
            PageCache.Release(Handle, offset, offset + total);
        }

        return total;
    }

    private bool Flush()
    {
        RandomAccess.FlushToDisk(Handle);
        pages.Flushed();
        return true;
    }

    private bool Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        disk.Write(Handle, path, buffers, offset);
        foreach (var buffer in buffers)
        {
            pages.Wrote(offset, buffer.Length);
            offset += buffer.Length;
        }

        return true;
    }
}
