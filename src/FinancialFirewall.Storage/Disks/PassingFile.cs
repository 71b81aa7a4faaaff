#pragma warning disable RS0030 // This is the seam to the machine's files.
using Microsoft.Win32.SafeHandles;

namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// A file of the machine that is read or written once, from front to back, past the system's memory (<see cref="DirectAccess"/>). What is written lies in
/// <see cref="room"/> until that is full or flushed; what is read comes through it.
/// </summary>
/// <param name="disk">The disk that it is on.</param>
/// <param name="path">Its path there.</param>
/// <param name="stream">The file, for which direct access has begun.</param>
internal sealed class PassingFile(FileSystemDisk disk, string path, FileStream stream) : IDiskFile
{
    private const int InvalidArgument = 22;

    private readonly Lock access = new();
    private Memory<byte> room = disk.Rooms.Take();
    private bool isDirect = true;
    private long roomStart;
    private int waiting;

    public string Path => path;

    private SafeFileHandle Handle => stream.SafeFileHandle;

    public async ValueTask<long> GetLengthAsync() => await disk.Readers.RunAsync(() => Math.Max(RandomAccess.GetLength(Handle), roomStart + waiting));

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer) => await disk.Readers.RunAsync(() => Read(offset, buffer.Span));

    public async ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => await disk.Readers.RunAsync(() => Write(offset, buffers));

    public async ValueTask FlushAsync() => await disk.Readers.RunAsync(Flush);

    public async ValueTask TruncateAsync(long length) => await disk.Readers.RunAsync<bool>(
        () => throw new InvalidOperationException($"'{path}' is written from front to back, and never cut to {length} bytes."));

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        lock (access)
        {
            if (!room.IsEmpty)
            {
                disk.Rooms.Return(room);
                room = default;
            }
        }
    }

    private int Read(long offset, Span<byte> buffer)
    {
        lock (access)
        {
            var total = 0;
            while (total < buffer.Length)
            {
                var skipped = (int)((offset + total) & (DirectAccess.Alignment - 1));
                var wanted = (int)Math.Min(room.Length, Align((long)skipped + buffer.Length - total));
                var found = Math.Min(ReadRoom(wanted, offset + total - skipped) - skipped, buffer.Length - total);
                if (found <= 0)
                {
                    break;
                }

                room.Span.Slice(skipped, found).CopyTo(buffer[total..]);
                total += found;
            }

            return total;
        }
    }

    private bool Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        ObjectDisposedException.ThrowIf(room.IsEmpty, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(offset, roomStart + waiting);
        foreach (var buffer in buffers)
        {
            for (var rest = buffer.Span; rest.Length > 0;)
            {
                var taken = Math.Min(rest.Length, room.Length - waiting);
                rest[..taken].CopyTo(room.Span[waiting..]);
                rest = rest[taken..];
                waiting += taken;
                if (waiting == room.Length)
                {
                    WriteWhole();
                }
            }
        }

        return true;
    }

    private bool Flush()
    {
        WriteWhole();
        if (waiting > 0)
        {
            // The end of a file is no whole page: it goes through the system's memory, and stays here in case that more comes.
            _ = isDirect && DirectAccess.TrySet(Handle, isDirect: false);
            disk.Write(Handle, path, [room[..waiting]], roomStart);
            isDirect = isDirect && DirectAccess.TrySet(Handle, isDirect: true);
        }

        RandomAccess.FlushToDisk(Handle);
        return true;
    }

    /// <summary>Writes the whole pages that wait.</summary>
    private void WriteWhole()
    {
        var whole = waiting & ~(DirectAccess.Alignment - 1);
        if (whole == 0)
        {
            return;
        }

        try
        {
            disk.Write(Handle, path, [room[..whole]], roomStart);
        }
        catch (IOException exception) when (IsRefusal(exception))
        {
            disk.Write(Handle, path, [room[..whole]], roomStart);
        }

        room[whole..waiting].CopyTo(room);
        (roomStart, waiting) = (roomStart + whole, waiting - whole);
    }

    private int ReadRoom(int wanted, long offset)
    {
        try
        {
            return RandomAccess.Read(Handle, room.Span[..wanted], offset);
        }
        catch (IOException exception) when (IsRefusal(exception))
        {
            return RandomAccess.Read(Handle, room.Span[..wanted], offset);
        }
    }

    /// <summary>Whether a file system that let direct access begin does not have it as it is used here; then it ends.</summary>
    private bool IsRefusal(IOException exception)
    {
        if (!isDirect || exception.HResult != InvalidArgument)
        {
            return false;
        }

        isDirect = false;
        return DirectAccess.TrySet(Handle, isDirect: false);
    }

    private static long Align(long length) => (length + DirectAccess.Alignment - 1) & ~(long)(DirectAccess.Alignment - 1);
}
