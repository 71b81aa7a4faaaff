namespace FinancialFirewall.Storage.Disks;

/// <summary>A file of a <see cref="DiskView"/>.</summary>
internal sealed class DiskViewFile(string path, DiskSlice slice, IDiskFile? file) : IDiskFile
{
    public string Path => path;

    public ValueTask<long> GetLengthAsync() => new(slice.Length);

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer)
    {
        var count = (int)Math.Clamp(slice.Length - offset, 0, buffer.Length);
        if (count == 0 || file is not null)
        {
            return count == 0 ? new(0) : file!.ReadAsync(slice.Offset + offset, buffer[..count]);
        }

        slice.Bytes.Slice((int)offset, count).CopyTo(buffer);
        return new(count);
    }

    public ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => throw ReadOnly();

    public ValueTask FlushAsync() => throw ReadOnly();

    public ValueTask TruncateAsync(long length) => throw ReadOnly();

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private InvalidOperationException ReadOnly() => new($"'{path}' is only read.");
}
