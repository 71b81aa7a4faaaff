using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>An open file of a <see cref="SimulatedDisk"/>; it dies with the power.</summary>
internal sealed class SimulatedHandle(SimulatedDisk disk, string path, SimulatedFile file, DiskFileUse use, int boot) : IDiskFile
{
    private bool isClosed;

    public string Path => path;

    public async ValueTask<long> GetLengthAsync()
    {
        await StepAsync("length");
        return file.Visible.Length;
    }

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer)
    {
        await StepAsync("read");
        CheckReadable();
        disk.ThrowIfReadFails(path);
        var count = (int)Math.Clamp(file.Visible.Length - offset, 0, buffer.Length);
        file.Visible.AsSpan((int)Math.Min(offset, file.Visible.Length), count).CopyTo(buffer.Span);
        return count;
    }

    public async ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        CheckWritable();
        CheckContinues(offset);
        var bytes = buffers.SelectMany(buffer => buffer.ToArray()).ToArray();

        // Written before the step, so that a crash in this step finds the write under way.
        disk.ThrowIfDead(boot);
        var room = disk.RoomFor(bytes.Length, (int)Math.Clamp(offset + bytes.Length - file.Visible.Length, 0, bytes.Length));
        disk.Writing?.Invoke(path, offset, bytes);
        file.Write(offset, bytes.AsSpan(0, room));
        await StepAsync("write");
        disk.ThrowIfWriteFails(path, bytes.Length - room);
    }

    public async ValueTask FlushAsync()
    {
        await StepAsync("flush");
        await disk.WaitForFlushesAsync();
        disk.ThrowIfDead(boot);
        disk.Flushes++;
        if (disk.TakeFlushFailure())
        {
            file.LoseUnflushed();
            throw new IOException($"The simulated disk failed to flush '{path}'.");
        }

        if (!disk.LosesFlushes)
        {
            file.Flush();
        }
    }

    public async ValueTask TruncateAsync(long length)
    {
        CheckWritable();
        await StepAsync("truncate");
        file.Truncate(length);
    }

    public ValueTask DisposeAsync()
    {
        isClosed = true;
        return ValueTask.CompletedTask;
    }

    private ValueTask StepAsync(string operation)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        return disk.StepAsync(operation, path, boot);
    }

    private void CheckReadable()
    {
        if (use == DiskFileUse.WriteOnce)
        {
            throw new InvalidOperationException($"'{path}' is open for writing from front to back.");
        }
    }

    private void CheckContinues(long offset)
    {
        if (use == DiskFileUse.WriteOnce && offset != file.Visible.Length)
        {
            throw new InvalidOperationException($"'{path}' is written from front to back, has {file.Visible.Length} bytes, and offset {offset} is written.");
        }
    }

    private void CheckWritable()
    {
        if (use is DiskFileUse.Read or DiskFileUse.ReadOnce)
        {
            throw new InvalidOperationException($"'{path}' is open for reading.");
        }
    }
}
